package io.github.postfixture.net;

import java.net.InetSocketAddress;

/**
 * What a client and a server say to each other on one connection, as far as they have come.
 *
 * @param peer where the client came from
 * @param transcript what was said
 */
public record Dialogue(InetSocketAddress peer, Transcript transcript) {

    /** Return with whom it is, and how long. */
    @Override
    public String toString() {
        int lines = transcript.size();
        return "dialogue with " + peer.getAddress().getHostAddress() + ":" + peer.getPort() + ", " + lines
                + (lines == 1 ? " line" : " lines");
    }
}

package io.github.postfixture.net.transcript;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import java.net.InetSocketAddress;

/**
 * What a client and a server say to each other on one connection, as far as they have come.
 *
 * @param peer where the client came from
 * @param transcript what was said
 */
public record Dialogue(InetSocketAddress peer, Transcript transcript) implements EventDetail {

    @Override
    public EventCard card(Event event) {
        return TranscriptCard.ofConnection(event.source(), toString(), transcript);
    }

    /** Return with whom it is, and how long. */
    @Override
    public String toString() {
        int lines = transcript.size();
        return "dialogue with " + peer.getAddress().getHostAddress() + ":" + peer.getPort() + ", " + lines
                + (lines == 1 ? " line" : " lines");
    }
}

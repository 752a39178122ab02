package io.github.postfixture.mail;

import io.github.postfixture.classpath.Clash;
import io.github.postfixture.timeline.Failure;

/**
 * On the timeline: a session with a client that failed, so that the client got the last word of its protocol
 * ({@code 421}, {@code * BYE}, {@code -ERR [SYS/TEMP]}) and its connection was closed.
 *
 * @param protocol what was spoken, such as {@code imap}
 * @param client where the client came from, and what it said last
 * @param cause what was thrown, by the server or by code of the test that a fault ran
 */
public record SessionFailure(String protocol, String client, Throwable cause) implements Failure {

    @Override
    public String toString() {
        return "the " + protocol + " session with " + client + ", failed: "
                + Clash.behind(cause).orElseGet(cause::toString);
    }
}

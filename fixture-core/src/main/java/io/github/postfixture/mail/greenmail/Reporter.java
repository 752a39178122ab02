package io.github.postfixture.mail.greenmail;

import io.github.postfixture.timeline.Timeline;

/**
 * Writes to the timeline in the name of a protocol.
 *
 * @param timeline where to write
 * @param source the name of the protocol
 */
record Reporter(Timeline timeline, String source) {

    void report(String event) {
        timeline.append(source, event);
    }

    void login(Credentials credentials, boolean accepted) {
        report((accepted ? "login as " : "login refused: ") + credentials);
    }
}

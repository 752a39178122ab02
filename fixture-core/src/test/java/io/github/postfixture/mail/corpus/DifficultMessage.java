package io.github.postfixture.mail.corpus;

import io.github.postfixture.octets.Octets;

/**
 * A message that something can go wrong with.
 *
 * @param name what is difficult about it
 * @param octets the message
 */
record DifficultMessage(String name, Octets octets) {

    /** Make a message of text, each character of which is one byte; a line feed stands for CRLF. */
    static DifficultMessage of(String name, String text) {
        return exactly(name, text.replace("\n", "\r\n"));
    }

    /** Make a message of text, each character of which is one byte. */
    static DifficultMessage exactly(String name, String text) {
        return new DifficultMessage(name, Octets.of(text));
    }

    String text() {
        return octets.text();
    }

    @Override
    public String toString() {
        return name;
    }
}

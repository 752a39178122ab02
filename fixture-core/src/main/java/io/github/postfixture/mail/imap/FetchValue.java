package io.github.postfixture.mail.imap;

import io.github.postfixture.octets.Octets;

/**
 * An item of a {@code FETCH} response.
 *
 * @param text the name of the item and its value, or how the value begins
 * @param octets the content of the literal that the value is, if it is one
 */
record FetchValue(String text, Octets octets) {

    private static final Octets NONE = Octets.of(new byte[0]);

    static FetchValue of(String text) {
        return new FetchValue(text, NONE);
    }

    static FetchValue literal(String name, Octets octets) {
        return new FetchValue(name + " {" + octets.length() + "}\r\n", octets);
    }
}

package io.github.postfixture.mail.imap.search;

/** A client searches in a charset that nobody knows (RFC 3501 section 6.4.4). */
public final class BadCharsetException extends Exception {

    private static final long serialVersionUID = 1L;

    BadCharsetException(String charset) {
        super("The charset " + charset + " is unknown");
    }
}

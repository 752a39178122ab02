package io.github.postfixture.mail.imap.syntax;

/** Numbers as IMAP writes them (RFC 3501 section 9), of any length. */
public final class ImapNumber {

    private ImapNumber() {}

    /** Return the number that the digits are; {@link Long#MAX_VALUE} if it is larger than that. */
    public static long of(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}

package io.github.postfixture.mail.smtp;

/** How many bytes a client says there are, in any number of digits. */
final class ByteCount {

    private ByteCount() {}

    /** Return the number that the digits are; {@link Long#MAX_VALUE} if it is larger than that. */
    static long of(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}

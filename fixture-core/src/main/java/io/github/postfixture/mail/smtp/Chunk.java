package io.github.postfixture.mail.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument of {@code BDAT} (RFC 3030 section 2).
 *
 * @param size how many bytes follow
 * @param last whether they end the message
 */
record Chunk(long size, boolean last) {

    private static final Pattern ARGUMENT = Pattern.compile("(\\d++)(\\s+LAST)?", Pattern.CASE_INSENSITIVE);

    static Chunk parse(String argument) throws SmtpRefusedException {
        Matcher matcher = ARGUMENT.matcher(argument);
        if (!matcher.matches()) {
            throw new SmtpRefusedException(501, "5.5.4", "Syntax: BDAT size [LAST]");
        }
        return new Chunk(ByteCount.of(matcher.group(1)), matcher.group(2) != null);
    }
}

package io.github.postfixture.mail.smtp;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The argument of {@code MAIL} or {@code RCPT} (RFC 5321 sections 4.1.1.2 and 4.1.1.3).
 *
 * @param address the path without angle brackets and without its obsolete source route; empty for the null sender
 * @param parameters the ESMTP parameters, as sent
 */
record PathArgument(String address, List<String> parameters) {

    /** RFC 5321 section 4.5.3.1.3. */
    private static final int LONGEST = 256;

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String ATOM = "[^\\s\"(),.:;<>@\\[\\\\\\]]+";
    private static final String LABEL = "[\\p{L}\\p{N}\\p{M}_](?:[\\p{L}\\p{N}\\p{M}_-]*[\\p{L}\\p{N}\\p{M}_])?";
    private static final String LITERAL =
            "\\[(?:\\d{1,3}(?:\\.\\d{1,3}){3}|IPv6:[0-9A-F:.]+|(?!IPv6)[A-Z0-9-]+:[!-Z^-~]+)]";
    private static final Pattern MAILBOX = Pattern.compile(
            "(?:" + QUOTED + "|" + dotted(ATOM) + ")@(?:" + LITERAL + "|" + dotted(LABEL) + ")",
            Pattern.CASE_INSENSITIVE);

    /**
     * Parse an argument.
     *
     * @param keyword what the argument begins with, {@code FROM:} or {@code TO:}
     * @throws SmtpRefusedException if it is none
     */
    static PathArgument parse(String command, String keyword, String argument) throws SmtpRefusedException {
        boolean begins = argument.regionMatches(true, 0, keyword, 0, keyword.length());
        String path = begins ? argument.substring(keyword.length()).stripLeading() : "";
        int end = path.startsWith("<") ? endOfPath(path) : -1;
        if (end < 0 || (end + 1 < path.length() && !Character.isWhitespace(path.charAt(end + 1)))) {
            throw new SmtpRefusedException(501, "5.5.4", "Syntax: " + command + " " + keyword + "<address>");
        }
        return new PathArgument(
                withoutRoute(path.substring(1, end)),
                split(path.substring(end + 1).strip()));
    }

    boolean isMailbox() {
        return address.length() <= LONGEST && MAILBOX.matcher(address).matches();
    }

    boolean isAscii() {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Return where the bracket is that closes the path; -1 if none does. */
    private static int endOfPath(String path) {
        boolean quoted = false;
        for (int i = 1; i < path.length(); i++) {
            char character = path.charAt(i);
            if (quoted && character == '\\') {
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && character == '>') {
                return i;
            }
        }
        return -1;
    }

    private static String withoutRoute(String path) {
        int colon = path.indexOf(':');
        return path.startsWith("@") && colon > 0 ? path.substring(colon + 1) : path;
    }

    private static List<String> split(String parameters) {
        return parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split("\\s+", -1));
    }

    private static String dotted(String part) {
        return part + "(?:\\." + part + ")*";
    }
}

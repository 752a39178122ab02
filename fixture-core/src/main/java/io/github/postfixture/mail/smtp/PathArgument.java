package io.github.postfixture.mail.smtp;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument of {@code MAIL} or {@code RCPT} (RFC 5321 sections 4.1.1.2 and 4.1.1.3).
 *
 * @param address the path without angle brackets and without its obsolete source route; empty for the null sender
 * @param parameters the ESMTP parameters, as sent
 */
record PathArgument(String address, List<String> parameters) {

    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*<((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\"<>])*)>(?:\\s+(.*))?");
    private static final Pattern SOURCE_ROUTE = Pattern.compile("@[^:]*:(.+)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"(),:;<>@\\[\\\\\\]]+)@(?:\\[[^\\s\\[\\]]+]|[\\p{L}\\p{N}\\p{M}_.-]+)");

    /**
     * Parse an argument.
     *
     * @param keyword what the argument begins with, {@code FROM:} or {@code TO:}
     * @throws RefusedException if it is none
     */
    static PathArgument parse(String command, String keyword, String argument) throws RefusedException {
        boolean begins = argument.regionMatches(true, 0, keyword, 0, keyword.length());
        Matcher matcher = ARGUMENT.matcher(begins ? argument.substring(keyword.length()) : "");
        if (!matcher.matches()) {
            throw new RefusedException(501, "5.5.4", "Syntax: " + command + " " + keyword + "<address>");
        }
        String parameters = matcher.group(2) == null ? "" : matcher.group(2).trim();
        return new PathArgument(withoutRoute(matcher.group(1)), split(parameters));
    }

    boolean isMailbox() {
        return ADDRESS.matcher(address).matches();
    }

    boolean isAscii() {
        return address.chars().allMatch(c -> c < 0x80);
    }

    private static String withoutRoute(String path) {
        Matcher route = SOURCE_ROUTE.matcher(path);
        return route.matches() ? route.group(1) : path;
    }

    private static List<String> split(String parameters) {
        return parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split("\\s+", -1));
    }
}

package io.github.postfixture.mail.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address in plain text, as far as a mail reader takes it for one.
 *
 * @param start where it stands
 * @param end where the text goes on
 * @param value the address
 */
record AddressInText(int start, int end, String value) {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String EMPHASIS = "*_~|";
    private static final Pattern TRAILING = Pattern.compile("[.,:;!?'(\\[{\\u2013\\u2014]");
    private static final Pattern ENDING = Pattern.compile("[<>\"`\\s\\p{Cc}\\p{Z}]"
            + "|[\\p{Cf}&&[^\\u200c\\u200d]]|[\\p{Po}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}&&[^\\x00-\\x7f\\u00b7\\u30fb]]");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,8};$");
    private static final int LONGEST_ENTITY = 11;

    /** Return the address that starts here. */
    static AddressInText at(int start, String text) {
        return inBrackets(start, text).orElseGet(() -> bare(start, text));
    }

    /** Read an address in angle brackets, in which white space does not count (RFC 3986 appendix C). */
    private static Optional<AddressInText> inBrackets(int start, String text) {
        int end = isAfterBracket(start, text) ? bracket(start, text) : text.length();
        if (end == text.length() || text.charAt(end) != '>') {
            return Optional.empty();
        }
        String inside = text.substring(start, end).strip();
        return inside.lines().anyMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(new AddressInText(start, end, inside.replaceAll("\\s", "")));
    }

    private static boolean isAfterBracket(int start, String text) {
        int before = beforeBlanks(start, text);
        boolean labelled = text.regionMatches(true, Math.max(0, before - 4), "URL:", 0, 4);
        before = labelled ? beforeBlanks(before - 4, text) : before;
        return before > 0 && text.charAt(before - 1) == '<';
    }

    private static int beforeBlanks(int index, String text) {
        int before = index;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        return before;
    }

    private static int bracket(int start, String text) {
        int end = start;
        while (end < text.length() && "<>\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static AddressInText bare(int start, String text) {
        String mark = text.substring(Math.max(0, start - 1), start);
        String address = trimmed(text.substring(start, end(start, text)), EMPHASIS.contains(mark) ? mark : "");
        return new AddressInText(start, start + address.length(), address);
    }

    /** Return where the address ends at the latest: where none can go on, or a bracket closes that was open before. */
    private static int end(int start, String text) {
        Matcher ending = ENDING.matcher(text);
        int[] open = new int[OPENING.length()];
        int end = start;
        while (end < text.length()
                && !ending.region(end, text.length()).lookingAt()
                && isBalanced(open, text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBalanced(int[] open, char character) {
        int opening = OPENING.indexOf(character);
        int closing = CLOSING.indexOf(character);
        if (opening >= 0) {
            open[opening]++;
        }
        return closing < 0 || --open[closing] >= 0;
    }

    /** Leave out what belongs to the sentence: its punctuation, escaped quotes and brackets, and the mark of emphasis. */
    private static String trimmed(String address, String mark) {
        int end = address.length();
        int shorter = withoutLast(address, end, mark);
        while (shorter < end) {
            end = shorter;
            shorter = withoutLast(address, end, mark);
        }
        return address.substring(0, end);
    }

    private static int withoutLast(String address, int end, String mark) {
        String tail = address.substring(Math.max(0, end - LONGEST_ENTITY), end);
        Matcher entity = ENTITY.matcher(tail);
        if (entity.find()) {
            return end - entity.group().length();
        }
        boolean trailing =
                TRAILING.matcher(tail).region(tail.length() - 1, tail.length()).matches();
        return trailing || (!mark.isEmpty() && tail.endsWith(mark)) ? end - 1 : end;
    }
}

package io.github.postfixture.mail.message;

import io.github.postfixture.mail.html.MailHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a template has left unresolved. */
final class Placeholders {

    private static final Map<String, String> MARKS =
            Map.of("{{", "}}", "${", "}", "#{", "}", "{%", "%}", "<%", "%>", "[object ", "]");
    private static final Pattern FORMAT =
            Pattern.compile("(?<![\\w%])%(?:(?:\\d{1,2}\\$)?[sd]|\\(\\w{1,40}\\)[sd]|\\.\\d{1,2}f)(?!\\w)");
    private static final List<String> ESCAPED = List.of("{", "}", "$", "<", ">", "[", "]", " ", "#", "%");

    private final String text;
    private final SortedMap<Integer, Integer> ends = new TreeMap<>();

    private Placeholders(String text) {
        this.text = text;
        MARKS.forEach(this::mark);
        Stream.concat(FORMAT.matcher(text).results(), MissingValues.in(text)).forEach(this::add);
    }

    static List<String> in(ReceivedMail mail) {
        List<String> found = new ArrayList<>();
        find(found, "the subject", mail.subject());
        if (mail.hasText()) {
            find(found, "the text", mail.text());
        }
        if (mail.hasHtml()) {
            find(found, "the HTML", MailHtml.of(mail.html().source()).paragraphs());
            mail.html()
                    .links()
                    .forEach(link -> find(found, "a link", decoded(link.uri().toString())));
        }
        return found;
    }

    private static void find(List<String> found, String place, String text) {
        new Placeholders(text).found().forEach(placeholder -> found.add(placeholder + " in " + place));
    }

    /** Return what was found, in order, without what stands within another. */
    private List<String> found() {
        List<String> found = new ArrayList<>();
        int[] from = {0};
        ends.forEach((start, end) -> {
            if (start >= from[0]) {
                found.add(MessageText.shortened(MessageText.normalised(text.substring(start, end))));
                from[0] = end;
            }
        });
        return found;
    }

    /** Find what stands between two marks; where none closes, none of those before it does. */
    private void mark(String opening, String closing) {
        int start = text.indexOf(opening);
        int end = start < 0 ? -1 : text.indexOf(closing, start + opening.length());
        while (end >= 0) {
            end = last(closing, end) + closing.length();
            ends.merge(start, end, Math::max);
            start = text.indexOf(opening, end);
            end = start < 0 ? -1 : text.indexOf(closing, start + opening.length());
        }
    }

    /** Return where the last of several equal marks begins, as in {@code {{{name}}}}. */
    private int last(String closing, int first) {
        int last = first;
        while (closing.equals("}}") && text.startsWith(closing, last + 1)) {
            last++;
        }
        return last;
    }

    private void add(MatchResult match) {
        ends.putIfAbsent(match.start(), match.end());
    }

    private static String decoded(String target) {
        String decoded = target;
        for (String character : ESCAPED) {
            decoded = decoded.replace("%%%02X".formatted((int) character.charAt(0)), character);
        }
        return decoded;
    }
}

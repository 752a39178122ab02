package io.github.postfixture.mime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the message ids in header fields (RFC 5322 section 3.6.4). */
public final class MessageIds {

    private final String value;
    private final List<String> ids = new ArrayList<>();
    private boolean unclosed;

    private MessageIds(String value) {
        this.value = value;
    }

    /**
     * Return the ids in these values, each once, in order, with their angle brackets. Phrases and comments between them
     * are none, as RFC 822 allowed them; without any angle bracket, each word with an {@code @} is one.
     */
    public static List<String> in(List<String> values) {
        Set<String> ids = new LinkedHashSet<>();
        values.forEach(value -> ids.addAll(new MessageIds(value).found()));
        return List.copyOf(ids);
    }

    /** Return whether a value is made of message ids as RFC 5322 section 3.6.4 has them, and of comments. */
    public static boolean areAllOf(String value) {
        String bare = CommentText.removed(value).strip();
        int next = 0;
        while (next < bare.length()) {
            int end = bare.indexOf('>', next);
            if (end < 0 || !isId(bare.substring(next, end).stripLeading())) {
                return false;
            }
            next = end + 1;
        }
        return !bare.isEmpty();
    }

    private static boolean isId(String opened) {
        int at = opened.indexOf('@');
        return opened.startsWith("<")
                && at > 1
                && at < opened.length() - 1
                && opened.chars().skip(1).noneMatch(c -> c <= ' ' || c == '<');
    }

    private List<String> found() {
        if (value.indexOf('<') < 0) {
            return List.of(value.split("[\\s,]+", -1)).stream()
                    .filter(word -> word.indexOf('@') > 0)
                    .toList();
        }
        for (int i = 0; i < value.length(); ) {
            i = switch (value.charAt(i)) {
                case '<' -> id(i);
                case '(', '"' -> Math.max(i + 1, closed(i));
                default -> i + 1;
            };
        }
        return ids;
    }

    /** Return where what is opened here is closed; -1 if it is not, after which nothing is. */
    private int closed(int start) {
        if (unclosed) {
            return -1;
        }
        int end = value.charAt(start) == '(' ? CommentText.end(value, start) : QuotedText.end(value, start);
        unclosed = end < 0;
        return end;
    }

    /** Read the id that begins here; white space in it comes from folding. */
    private int id(int start) {
        int end = start + 1;
        while (end < value.length() && value.charAt(end) != '>' && value.charAt(end) != '<') {
            end = Math.max(end + 1, value.charAt(end) == '"' ? closed(end) : -1);
        }
        String id = value.substring(start + 1, end).replaceAll("\\s", "");
        if (!id.isEmpty()) {
            ids.add("<" + id + ">");
        }
        return end < value.length() && value.charAt(end) == '>' ? end + 1 : end;
    }
}

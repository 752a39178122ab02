package io.github.postfixture.mail.message;

import java.util.ArrayList;
import java.util.List;

/** Reads the addresses of a list header field such as {@code List-Unsubscribe} (RFC 2369 section 2). */
final class ListHeader {

    private final List<String> targets = new ArrayList<>();
    private final String field;
    private int comments;
    private int position;

    private ListHeader(String field) {
        this.field = field;
    }

    /** Return what stands in angle brackets, without white space, and not in comments. */
    static List<String> targets(String field) {
        ListHeader command = new ListHeader(field);
        while (command.position < field.length()) {
            command.read(field.charAt(command.position++));
        }
        return command.targets;
    }

    private void read(char character) {
        switch (character) {
            case '\\' -> position += comments > 0 ? 1 : 0;
            case '(' -> comments++;
            case ')' -> comments = Math.max(0, comments - 1);
            case '<' -> bracket(comments > 0 ? position : field.indexOf('>', position));
            default -> {}
        }
    }

    private void bracket(int end) {
        if (end > position) {
            String target = field.substring(position, end).replaceAll("\\s", "");
            targets.addAll(target.isEmpty() ? List.of() : List.of(target));
        }
        position = end < 0 ? field.length() : end;
    }
}

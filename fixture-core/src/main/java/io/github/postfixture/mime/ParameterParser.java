package io.github.postfixture.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a {@link ParameterizedValue}; a parameter that is malformed does no harm to the others. */
final class ParameterParser {

    private static final String SPECIALS = "()<>@,;:\\\"/[]?=";

    private final String text;
    private final Consumer<String> remarks;
    private final List<Map.Entry<String, String>> parameters = new ArrayList<>();
    private boolean unclosedQuote;
    private boolean unclosedComment;

    ParameterParser(String text, Consumer<String> remarks) {
        this.text = text;
        this.remarks = remarks;
    }

    ParameterizedValue parsed() {
        List<String> pieces = pieces();
        String value = value(pieces.get(0));
        pieces.subList(1, pieces.size()).forEach(this::addParameter);
        return new ParameterizedValue(value, parameters);
    }

    /** Split at semicolons, but for those in quotes and in comments. */
    private List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == ';') {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
            i = Math.max(i + 1, endOfQuoted(i));
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private int endOfQuoted(int start) {
        int end = -1;
        if (text.charAt(start) == '"' && !unclosedQuote) {
            end = QuotedText.end(text, start);
            unclosedQuote = end < 0;
            if (unclosedQuote) {
                remarks.accept("has a quote that does not end");
            }
        } else if (text.charAt(start) == '(' && !unclosedComment && isBetweenWords(start)) {
            end = CommentText.end(text, start);
            unclosedComment = end < 0;
        }
        return end;
    }

    private boolean isBetweenWords(int start) {
        return start == 0 || text.charAt(start - 1) <= ' ' || text.charAt(start - 1) == ';';
    }

    /** Return the value; what looks like a parameter behind it, or in its place, is taken for one. */
    private String value(String piece) {
        String value = CommentText.without(piece);
        int equals = value.indexOf('=');
        if (equals < 0) {
            return value;
        }
        int space = value.substring(0, equals).stripTrailing().lastIndexOf(' ') + 1;
        remarks.accept(
                "lacks a semicolon before " + value.substring(space, equals).strip());
        addParameter(value.substring(space));
        return value.substring(0, space).strip();
    }

    private void addParameter(String piece) {
        int equals = piece.indexOf('=');
        String name = CommentText.without(equals < 0 ? piece : piece.substring(0, equals))
                .toLowerCase(Locale.ROOT);
        if (equals < 0 || name.isEmpty()) {
            if (!CommentText.without(piece).isEmpty()) {
                remarks.accept("has \"" + Charsets.guess(piece.strip()) + "\" where a parameter should be");
            }
            return;
        }
        parameters.add(
                Map.entry(name, unquoted(name, piece.substring(equals + 1).strip())));
    }

    private String unquoted(String name, String value) {
        if (value.startsWith("\"")) {
            int end = QuotedText.end(value, 0);
            if (end >= 0 && !CommentText.without(value.substring(end)).isEmpty()) {
                remarks.accept("has more after the quotes of " + name);
            }
            return end < 0 ? value.substring(1) : QuotedText.unquoted(value);
        }
        String bare = CommentText.without(value);
        if (bare.isEmpty()) {
            remarks.accept("has no value of " + name);
        } else if (!isToken(bare)) {
            remarks.accept("has no quotes around the value of " + name + ": " + Charsets.guess(bare));
        }
        return bare;
    }

    /** Return whether a value needs no quotes. */
    private static boolean isToken(String value) {
        return value.chars().noneMatch(c -> c <= ' ' || SPECIALS.indexOf(c) >= 0);
    }
}

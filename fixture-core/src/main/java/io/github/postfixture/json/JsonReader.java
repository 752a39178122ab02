package io.github.postfixture.json;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text, strictly, and no deeper than others can go into it in a small stack. */
final class JsonReader {

    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][+-]?\\d{1,9})?");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String text;
    private final Deque<Unclosed> open = new ArrayDeque<>();
    private int at;

    /** Read a text, at whose beginning a byte order mark is ignored (RFC 8259 section 8.1). */
    JsonReader(String text) {
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    Json read() {
        Json done;
        do {
            done = begun();
            while (done != null && !open.isEmpty()) {
                done = added(done);
            }
        } while (done == null);
        space();
        if (at < text.length()) {
            throw broken("expected nothing more");
        }
        return done;
    }

    /** Read a value; of an object or array with something in it only the beginning, and return nothing then. */
    private @Nullable Json begun() {
        space();
        return switch (peek()) {
            case '{' -> opened(new Unclosed('}', "a comma or }"));
            case '[' -> opened(new Unclosed(']', "a comma or ]"));
            case '"' -> Json.of(string());
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Json opened(Unclosed value) {
        if (open.size() == DEEPEST) {
            throw broken("expected no more than " + DEEPEST + " levels");
        }
        at++;
        if (taken(value.closing)) {
            return value.closed();
        }
        open.push(value);
        name(value);
        return null;
    }

    /** Add a value to what is open; return that if it ends here. */
    private @Nullable Json added(Json json) {
        Unclosed value = open.element();
        value.add(json);
        if (taken(',')) {
            name(value);
            return null;
        }
        require(value.closing, value.expectation);
        return open.pop().closed();
    }

    /** Read the name of the next member, if it is to have one. */
    private void name(Unclosed value) {
        if (!value.isObject()) {
            return;
        }
        space();
        int start = at;
        if (peek() != '"') {
            throw broken("expected a name in quotes");
        }
        value.name = string();
        if (value.members.containsKey(value.name)) {
            at = start;
            throw broken("expected each name once");
        }
        require(':', "a colon");
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        for (char c = peek(); c != '"'; c = peek()) {
            if (c < ' ') {
                throw broken("expected the end of a string");
            }
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        int index = "\"\\/bfnrtu".indexOf(c);
        if (index < 0) {
            throw broken("expected an escape such as \\n");
        }
        at++;
        return c == 'u' ? unicode() : "\"\\/\b\f\n\r\t".charAt(index);
    }

    private char unicode() {
        int end = Math.min(at + 4, text.length());
        String digits = text.substring(at, end);
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw broken("expected four hexadecimal digits");
        }
        at = end;
        return (char) Integer.parseInt(digits, 16);
    }

    private Json number() {
        Matcher number = NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER));
        if (!number.lookingAt()) {
            throw broken("expected a value");
        }
        at = number.end();
        return Json.of(new BigDecimal(number.group()));
    }

    private Json word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw broken("expected a value");
        }
        at += word.length();
        return Json.of(value);
    }

    private boolean taken(char wanted) {
        space();
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void require(char wanted, String described) {
        if (!taken(wanted)) {
            throw broken("expected " + described);
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Return the next character; the end of the text counts as one that belongs nowhere. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private IllegalArgumentException broken(String expectation) {
        String before = text.substring(0, Math.min(at, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        String found = at < text.length() ? "found " + shown(text.charAt(at)) : "the text ends";
        return new IllegalArgumentException(
                "not JSON at line " + line + ", column " + column + ": " + expectation + " but " + found);
    }

    /** Return a character so that a reader can see it, above all the mark that is not to be sent (RFC 8259 section 8.1). */
    private static String shown(char c) {
        return switch (c) {
            case '\ufeff' -> "a byte order mark (U+FEFF)";
            default -> Stringed.quoted(String.valueOf(c)) + (isVisible(c) ? "" : String.format(" (U+%04X)", (int) c));
        };
    }

    private static boolean isVisible(char c) {
        return c > ' '
                && !Character.isISOControl(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT;
    }

    /** An object or an array whose end is not reached yet. */
    private static final class Unclosed {

        private final char closing;
        private final String expectation;
        private final Map<String, Json> members = new LinkedHashMap<>();
        private final List<Json> items = new ArrayList<>();
        private String name = "";

        Unclosed(char closing, String expectation) {
            this.closing = closing;
            this.expectation = expectation;
        }

        boolean isObject() {
            return closing == '}';
        }

        void add(Json json) {
            if (isObject()) {
                members.put(name, json);
            } else {
                items.add(json);
            }
        }

        Json closed() {
            return isObject() ? Json.of(members) : Json.of(items);
        }
    }
}

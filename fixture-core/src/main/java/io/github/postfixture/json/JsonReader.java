package io.github.postfixture.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text, strictly, and no deeper than a stack allows. */
final class JsonReader {

    private static final int DEEPEST = 500;
    private static final int LONGEST_NUMBER = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][+-]?\\d{1,9})?");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String text;
    private int at;
    private int depth;

    /** Read a text, at whose beginning a byte order mark is ignored (RFC 8259 section 8.1). */
    JsonReader(String text) {
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    Json read() {
        Json json = value();
        space();
        if (at < text.length()) {
            throw broken("expected nothing more");
        }
        return json;
    }

    private Json value() {
        space();
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> Json.of(string());
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Json nested(Supplier<Json> reading) {
        if (++depth > DEEPEST) {
            throw broken("expected no more than " + DEEPEST + " levels");
        }
        Json json = reading.get();
        depth--;
        return json;
    }

    private Json object() {
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        if (!taken('}')) {
            do {
                member(members);
            } while (taken(','));
            require('}', "a comma or }");
        }
        return Json.of(members);
    }

    private void member(Map<String, Json> members) {
        space();
        int start = at;
        if (peek() != '"') {
            throw broken("expected a name in quotes");
        }
        String name = string();
        require(':', "a colon");
        if (members.put(name, value()) != null) {
            at = start;
            throw broken("expected each name once");
        }
    }

    private Json array() {
        List<Json> items = new ArrayList<>();
        at++;
        if (!taken(']')) {
            do {
                items.add(value());
            } while (taken(','));
            require(']', "a comma or ]");
        }
        return Json.of(items);
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
}

package io.github.postfixture.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Finds the charset that HTML declares in its first bytes (HTML standard, "prescan a byte stream to determine its encoding"). */
public final class HtmlCharset {

    private static final int PRESCANNED = 1024;

    private final String markup;

    private HtmlCharset(byte[] markup) {
        this.markup = new String(markup, 0, Math.min(PRESCANNED, markup.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    /** Return the name of the charset; nothing if no {@code meta} element declares one. */
    public static Optional<String> of(byte[] markup) {
        return new HtmlCharset(markup).declared();
    }

    private Optional<String> declared() {
        for (int i = markup.indexOf('<'); i >= 0; i = markup.indexOf('<', i + 1)) {
            if (markup.startsWith("<!--", i)) {
                i = Math.max(i, markup.indexOf("-->", i + 2));
            } else if (markup.startsWith("<meta", i) && i + 5 < markup.length() && isGap(markup.charAt(i + 5))) {
                Optional<String> charset = charset(markup.substring(i + 5, end(i)));
                if (charset.isPresent()) {
                    return charset.map(name -> name.startsWith("utf-16") ? "utf-8" : name);
                }
            }
        }
        return Optional.empty();
    }

    private int end(int tag) {
        int end = markup.indexOf('>', tag);
        return end < 0 ? markup.length() : end;
    }

    /** Return what follows {@code charset=}, as an attribute or in the content of one. */
    private static Optional<String> charset(String attributes) {
        for (int at = attributes.indexOf("charset"); at >= 0; at = attributes.indexOf("charset", at + 1)) {
            String rest = attributes.substring(at + "charset".length()).stripLeading();
            if (rest.startsWith("=")) {
                String name = name(rest.substring(1).stripLeading());
                return Optional.of(name).filter(found -> !found.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static String name(String text) {
        int start = text.startsWith("\"") || text.startsWith("'") ? 1 : 0;
        int end = start;
        while (end < text.length() && "\"'; \t\r\n\f/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isGap(char c) {
        return c <= ' ' || c == '/';
    }
}

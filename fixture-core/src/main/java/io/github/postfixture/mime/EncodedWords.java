package io.github.postfixture.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encoded words in headers (RFC 2047). */
public final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s*]+)(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?\\s]*)\\?=");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();
    private Charset charset = StandardCharsets.UTF_8;

    private EncodedWords() {}

    /**
     * Return the text of a header field, one character of which is one byte, as it is to be read. Words of an unknown
     * charset stay as they are; bytes that are no ASCII are taken for UTF-8, or for ISO 8859-1 if they are none.
     */
    public static String decode(String raw) {
        return new EncodedWords().decoded(raw);
    }

    private String decoded(String raw) {
        Matcher matcher = WORD.matcher(raw);
        int end = 0;
        while (matcher.find()) {
            Optional<Charset> named = Charsets.named(matcher.group(1));
            if (named.isPresent()) {
                addPlain(raw.substring(end, matcher.start()), end > 0);
                addWord(named.get(), bytes(matcher.group(2), matcher.group(3)));
                end = matcher.end();
            }
        }
        addPlain(raw.substring(end), false);
        flush();
        return text.toString();
    }

    private void addPlain(String plain, boolean betweenWords) {
        if (!plain.isEmpty() && !(betweenWords && plain.isBlank())) {
            flush();
            text.append(Charsets.guess(plain));
        }
    }

    private void addWord(Charset named, byte[] bytes) {
        if (!named.equals(charset)) {
            flush();
            charset = named;
        }
        word.writeBytes(bytes);
    }

    private void flush() {
        text.append(word.toString(charset));
        word.reset();
    }

    private static byte[] bytes(String encoding, String encoded) {
        return encoding.equalsIgnoreCase("q")
                ? QuotedPrintable.decode(encoded.replace('_', ' '))
                : new Base64Text().decode(encoded);
    }
}

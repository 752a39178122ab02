package io.github.postfixture.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Encoded words in headers (RFC 2047), and what is taken for one. */
public final class EncodedWords {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String raw;
    private final Consumer<String> remarks;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();
    private Charset charset = StandardCharsets.UTF_8;

    private EncodedWords(String raw, Consumer<String> remarks) {
        this.raw = raw;
        this.remarks = remarks;
    }

    /**
     * Return the text of a header field, one character of which is one byte, as it is to be read. Words of an unknown
     * charset stay as they are; bytes that are no ASCII are taken for UTF-8, or for windows-1252 if they are none.
     */
    public static String decode(String raw) {
        return decode(raw, remark -> {});
    }

    /**
     * Return the text of a header field, one character of which is one byte, as it is to be read.
     *
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the field
     */
    public static String decode(String raw, Consumer<String> remarks) {
        return raw.contains("=?") || !Charsets.isAscii(raw) ? new EncodedWords(raw, remarks).decoded() : raw;
    }

    private String decoded() {
        int end = 0;
        boolean afterWord = false;
        EncodedWordFinder finder = new EncodedWordFinder(raw);
        for (Optional<EncodedWord> next = finder.next(); next.isPresent(); next = finder.next()) {
            EncodedWord found = next.get();
            Optional<Charset> named = Charsets.named(found.charset());
            if (named.isEmpty()) {
                remarks.accept("has a word in the unknown charset " + found.charset());
                continue;
            }
            addPlain(raw.substring(end, found.start()), afterWord);
            addWord(found, named.get());
            end = found.end();
            afterWord = true;
        }
        if (finder.hasUnended()) {
            remarks.accept("has an encoded word that does not end");
        }
        addPlain(raw.substring(end), false);
        flush();
        return withoutMark(text.toString());
    }

    private void addPlain(String plain, boolean betweenWords) {
        if (!plain.isEmpty() && !(betweenWords && plain.isBlank())) {
            flush();
            text.append(Charsets.guess(plain));
        }
    }

    /** Add a word; it may go on with a character that the word before it has begun, unless each has a mark of its own. */
    private void addWord(EncodedWord found, Charset named) {
        if (!named.equals(charset) || named.equals(StandardCharsets.UTF_16)) {
            flush();
            charset = named;
        }
        byte[] bytes = found.content(remarks);
        if (!TextDecoder.isValid(bytes, named)) {
            remarks.accept("has a word that is not valid " + found.charset() + " by itself");
        }
        word.writeBytes(bytes);
    }

    private void flush() {
        if (word.size() > 0) {
            text.append(TextDecoder.decode(word.toByteArray(), charset));
            word.reset();
        }
    }

    private String withoutMark(String decoded) {
        if (!decoded.startsWith(BYTE_ORDER_MARK)) {
            return decoded;
        }
        remarks.accept("begins with a byte order mark");
        return decoded.substring(1);
    }
}

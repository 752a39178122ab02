package io.github.postfixture.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes text of bytes whose charset may be wrong, unknown, or not declared at all. */
public final class TextDecoder {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final char REPLACEMENT = '\ufffd';

    private final byte[] bytes;
    private final Consumer<String> remarks;

    private TextDecoder(byte[] bytes, Consumer<String> remarks) {
        this.bytes = bytes;
        this.remarks = remarks;
    }

    /**
     * Return the text, without a byte order mark. Without a declared charset, or with one that is unknown, it is read as
     * UTF-8, or as windows-1252 if it is none. What is not valid in its charset is read in one that holds more, such as
     * windows-1252 for ISO 8859-1.
     *
     * @param declared the name of the charset
     * @param remarks is told what does not hold, each as the rest of a sentence about the text
     */
    public static String decode(byte[] bytes, Optional<String> declared, Consumer<String> remarks) {
        return new TextDecoder(bytes, remarks).decoded(declared);
    }

    /** Return which bytes are not valid in a charset, and in which they may be; nothing if all are valid. */
    public static Optional<String> invalid(byte[] bytes, Charset charset) {
        return isValid(bytes, charset) ? Optional.empty() : Optional.of(InvalidBytes.in(bytes, charset));
    }

    /**
     * Return what speaks against reading bytes in a charset, as the rest of a sentence about the text: bytes that are not
     * valid in it, or that all of them are valid UTF-8 although it is another one.
     */
    public static Optional<String> contradiction(byte[] bytes, Charset charset) {
        return invalid(bytes, charset)
                .map(found -> "is not valid " + charset + found)
                .or(() -> misread(bytes, charset));
    }

    private static Optional<String> misread(byte[] bytes, Charset charset) {
        boolean looksLikeUtf8 = !charset.name().startsWith("UTF-") && !isAscii(bytes) && isValid(bytes, UTF_8);
        return looksLikeUtf8
                ? Optional.of("is read as " + charset + ", but all of it is valid UTF-8")
                : Optional.empty();
    }

    /** Return the text of bytes in a charset, or in one that holds more if they are not valid in it. */
    static String decode(byte[] bytes, Charset charset) {
        return new TextDecoder(bytes, remark -> {}).in(charset, charset.name(), "");
    }

    /** Return the text in UTF-8, or in windows-1252 if it is none. */
    static String guessed(byte[] bytes) {
        return decode(bytes, StandardCharsets.US_ASCII);
    }

    static boolean isAscii(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    /** Return the charset that a byte order mark at the beginning tells. */
    public static Optional<Charset> marked(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(UTF_8);
        }
        return startsWith(bytes, 0xfe, 0xff)
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.of(StandardCharsets.UTF_16LE).filter(charset -> startsWith(bytes, 0xff, 0xfe));
    }

    /** Return whether bytes are valid in a charset, to the last character; controls of ISO 8859-1 are taken for mistakes. */
    static boolean isValid(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.ISO_8859_1)) {
            return !hasUpperControls(new String(bytes, charset));
        }
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private String decoded(Optional<String> declared) {
        Optional<Charset> named = declared.flatMap(Charsets::named);
        Optional<Charset> marked =
                marked(bytes).filter(mark -> !named.map(mark::equals).orElse(false));
        if (marked.isPresent()
                && named.filter(one -> one.name().startsWith("UTF-")).isEmpty()) {
            return marked(marked.get(), declared);
        }
        if (declared.isPresent() && named.isEmpty()) {
            remarks.accept("declares the unknown charset " + declared.get());
        }
        String undeclared = declared.isEmpty() ? ", as none is declared" : "";
        return named.isEmpty() && declared.isPresent()
                ? withoutMark(guessed(bytes))
                : withoutMark(in(named.orElse(StandardCharsets.US_ASCII), declared.orElse("us-ascii"), undeclared));
    }

    private String marked(Charset mark, Optional<String> declared) {
        remarks.accept("begins with a byte order mark of " + mark
                + declared.map(name -> ", but declares " + name).orElse(", but declares no charset"));
        return withoutMark(in(mark, mark.name(), ""));
    }

    private String withoutMark(String text) {
        if (!text.startsWith(BYTE_ORDER_MARK)) {
            return text;
        }
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            remarks.accept("begins with a byte order mark");
        }
        return text.substring(1);
    }

    private String in(Charset charset, String name, String why) {
        String text = new String(bytes, charset);
        if (!isDamaged(text, charset)) {
            return text;
        }
        List<Charset> supersets = Charsets.supersets(charset);
        remarks.accept("is not valid " + name + why + InvalidBytes.in(bytes, charset));
        for (Charset superset : supersets) {
            String better = new String(bytes, superset);
            if (better.indexOf(REPLACEMENT) < 0 || superset.equals(supersets.get(supersets.size() - 1))) {
                return better;
            }
        }
        return text;
    }

    private boolean isDamaged(String text, Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1)
                ? hasUpperControls(text)
                : text.indexOf(REPLACEMENT) >= 0 && !isValid(bytes, charset);
    }

    private static boolean hasUpperControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 && text.charAt(i) < 0xa0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}

package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a folder on the wire: in modified UTF-7 (RFC 3501 section 5.1.3), or in UTF-8 (RFC 6855). */
public final class MailboxName {

    private static final Pattern SHIFTED = Pattern.compile("&([^-&]*)-");
    private static final Pattern TO_SHIFT = Pattern.compile("&|[^ -~]+");

    private MailboxName() {}

    /**
     * Read a name; bytes beyond ASCII are UTF-8, whatever was agreed upon.
     *
     * @throws BadSyntaxException if it is no text
     */
    public static String decode(String octets, boolean utf8) throws BadSyntaxException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            return requirePrintable(utf8 ? text : unshift(text));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new BadSyntaxException("The name of the mailbox is no printable text in modified UTF-7 or UTF-8");
        }
    }

    /** Return the name as a quoted string, one character for each byte. */
    public static String quoted(String name, boolean utf8) {
        String octets = utf8
                ? new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                : TO_SHIFT.matcher(name).replaceAll(piece -> Matcher.quoteReplacement(shifted(piece.group())));
        return '"' + octets.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String requirePrintable(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A control character");
        }
        return name;
    }

    private static String unshift(String text) {
        if (SHIFTED.matcher(text).replaceAll("").contains("&")) {
            throw new IllegalArgumentException("A shift without end");
        }
        return SHIFTED.matcher(text).replaceAll(piece -> Matcher.quoteReplacement(unshifted(piece.group(1))));
    }

    private static String unshifted(String base64) {
        return base64.isEmpty()
                ? "&"
                : new String(Base64.getDecoder().decode(base64.replace(',', '/')), StandardCharsets.UTF_16BE);
    }

    private static String shifted(String text) {
        return text.equals("&")
                ? "&-"
                : "&"
                        + Base64.getEncoder()
                                .withoutPadding()
                                .encodeToString(text.getBytes(StandardCharsets.UTF_16BE))
                                .replace('/', ',')
                        + "-";
    }
}

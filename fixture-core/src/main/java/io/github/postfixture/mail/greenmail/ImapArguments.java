package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapRequestLineReader;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.imap.commands.CommandParser;
import jakarta.mail.Flags;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes the arguments of a command one after another, by GreenMail's own parser. */
final class ImapArguments extends CommandParser {

    private final ImapRequestLineReader rest;

    ImapArguments(ImapRequest request) {
        byte[] octets = (request.arguments() + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        rest = new ImapRequestLineReader(new ByteArrayInputStream(octets), OutputStream.nullOutputStream());
    }

    String mailbox() throws ProtocolException {
        return mailbox(rest);
    }

    /** Take a name or a password, in UTF-8: a quoted string, a literal, or just a word. */
    String text() throws ProtocolException {
        return switch (rest.nextWordChar()) {
            case '"' -> utf8(consumeQuoted(rest));
            case '{' -> new String(literal(), StandardCharsets.UTF_8);
            default -> utf8(consumeWord(rest));
        };
    }

    Flags flags() throws ProtocolException {
        return rest.nextWordChar() == '(' ? flagList(rest) : new Flags();
    }

    Optional<String> quoted() throws ProtocolException {
        return rest.nextWordChar() == '"' ? Optional.of(consumeQuoted(rest)) : Optional.empty();
    }

    byte[] literal() throws ProtocolException {
        rest.nextWordChar();
        return consumeLiteralAsBytes(rest);
    }

    void end() throws ProtocolException {
        endLine(rest);
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}

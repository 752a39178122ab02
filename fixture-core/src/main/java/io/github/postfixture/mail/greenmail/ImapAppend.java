package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.jspecify.annotations.Nullable;

/** The {@code APPEND} command (RFC 3501 section 6.3.11). */
final class ImapAppend {

    private static final int LARGEST_MESSAGE = 100 << 20;
    private static final Pattern ARGUMENTS = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"]+)" + "(?: \\(([^)]*)\\))?(?: \"([^\"]+)\")? ~?\\{(\\d{1,9})([+-]?)}");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d-MMM-yyyy HH:mm:ss Z", Locale.US);
    private static final Map<String, Flags.Flag> SYSTEM_FLAGS = Map.of(
            "\\seen", Flags.Flag.SEEN,
            "\\answered", Flags.Flag.ANSWERED,
            "\\flagged", Flags.Flag.FLAGGED,
            "\\deleted", Flags.Flag.DELETED,
            "\\draft", Flags.Flag.DRAFT);

    private ImapAppend() {}

    static void execute(ImapDialogue dialogue, ImapLine line) throws IOException {
        Matcher arguments = ARGUMENTS.matcher(line.arguments());
        if (!arguments.matches()) {
            dialogue.turns().say(line.tag() + " BAD Syntax: APPEND mailbox [(flags)] [\"date-time\"] {size}");
            return;
        }
        byte[] message = readLiteral(dialogue, Integer.parseInt(arguments.group(4)), arguments.group(5));
        dialogue.turns().say(line.tag() + " " + append(dialogue, arguments, message));
    }

    private static byte[] readLiteral(ImapDialogue dialogue, int size, String sign) throws IOException {
        if (size > LARGEST_MESSAGE) {
            throw new LongLineException();
        }
        if (sign.isEmpty()) {
            dialogue.turns().say("+ Ready for the message");
        }
        byte[] message = dialogue.turns().readBytes(size);
        dialogue.turns().readLine();
        return message;
    }

    private static String append(ImapDialogue dialogue, Matcher arguments, byte[] message) {
        if (dialogue.session().getState() == ImapSessionState.NON_AUTHENTICATED) {
            return "BAD APPEND needs a login";
        }
        String mailbox = BASE64MailboxDecoder.decode(unquoted(arguments.group(1)));
        MailFolder folder = dialogue.session()
                .getHost()
                .getFolder(dialogue.session().getUser(), mailbox.equalsIgnoreCase("INBOX") ? "INBOX" : mailbox);
        if (folder == null) {
            return "NO [TRYCREATE] No mailbox " + arguments.group(1);
        }
        try {
            Date date = date(arguments.group(3));
            long uid = folder.appendMessage(
                    Accounts.message(new ByteArrayInputStream(message)), flags(arguments.group(2)), date);
            return "OK [APPENDUID " + folder.getUidValidity() + " " + uid + "] APPEND completed";
        } catch (DateTimeException e) {
            return "BAD Date-time must be like \"24-Nov-2026 12:30:00 +0000\"";
        }
    }

    private static Date date(@Nullable String text) {
        return Date.from(
                text == null
                        ? Instant.now()
                        : OffsetDateTime.parse(text.strip(), DATE_TIME).toInstant());
    }

    private static Flags flags(@Nullable String list) {
        Flags flags = new Flags();
        for (String name : list == null ? new String[0] : list.trim().split(" +")) {
            Flags.Flag flag = SYSTEM_FLAGS.get(name.toLowerCase(Locale.ROOT));
            if (flag != null) {
                flags.add(flag);
            } else if (!name.isEmpty() && !name.startsWith("\\")) {
                flags.add(name);
            }
        }
        return flags;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }
}

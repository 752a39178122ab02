package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** The {@code APPEND} command (RFC 3501 section 6.3.11). */
final class ImapAppend {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d-MMM-yyyy HH:mm:ss Z", Locale.US);

    private ImapAppend() {}

    static void execute(ImapDialogue dialogue, ImapRequest request) throws ProtocolException, FolderException {
        if (ImapCommands.requireLogin(dialogue, request)) {
            ImapArguments arguments = new ImapArguments(request);
            String mailbox = arguments.mailbox();
            Flags flags = arguments.flags();
            Date received = date(arguments.quoted().orElse(""));
            byte[] message = arguments.literal();
            arguments.end();
            String result = dialogue.account().alone(() -> append(dialogue, mailbox, flags, received, message));
            dialogue.sayNews();
            dialogue.turns().say(request.tag() + " " + result);
        }
    }

    private static String append(ImapDialogue dialogue, String mailbox, Flags flags, Date received, byte[] message) {
        MailFolder folder = dialogue.session().getHost().getFolder(dialogue.account(), mailbox);
        if (folder == null || !folder.isSelectable()) {
            return "NO [TRYCREATE] No such mailbox";
        }
        long uid = Messages.append(folder, new ByteArrayInputStream(message), flags, received);
        return "OK [APPENDUID " + folder.getUidValidity() + " " + uid + "] APPEND completed";
    }

    private static Date date(String text) throws ProtocolException {
        try {
            return Date.from(
                    text.isEmpty()
                            ? Instant.now()
                            : OffsetDateTime.parse(text.strip(), DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            throw new ProtocolException("Date-time must be like \"24-Nov-2026 12:30:00 +0000\"", e);
        }
    }
}

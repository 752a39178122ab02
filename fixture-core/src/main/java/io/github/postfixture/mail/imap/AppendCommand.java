package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.octets.Octets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code APPEND} command (RFC 3501 section 6.3.11), with one message or several (RFC 3502). */
final class AppendCommand {

    private AppendCommand() {}

    static String execute(ImapSession session, ImapRequest request) throws BadSyntaxException, ImapRefusedException {
        Arguments arguments = request.arguments();
        String name = FolderCommands.mailbox(session, arguments);
        List<Appended> messages = new ArrayList<>();
        do {
            arguments.take(' ');
            messages.add(message(session, request));
        } while (!arguments.atEnd());
        Folder folder = FolderCommands.require(session, name, "[TRYCREATE] No such mailbox");
        return "[APPENDUID " + append(session.account(), folder, messages) + "] APPEND completed";
    }

    private static String append(StoredMailbox account, Folder folder, List<Appended> messages)
            throws ImapRefusedException {
        long octets =
                messages.stream().mapToLong(message -> message.octets.length()).sum();
        return account.locked(() -> {
            requireRoom(account, messages.size(), octets);
            List<Long> uids = messages.stream()
                    .map(message -> folder.append(message.octets, message.flags, message.date)
                            .uid())
                    .toList();
            return folder.uidValidity() + " " + NumberRanges.of(uids);
        });
    }

    /** Refuse a command that would let the account hold more than it may; to be called alone. */
    static void requireRoom(StoredMailbox account, int messages, long octets) throws ImapRefusedException {
        if (!account.hasRoomFor(messages, octets)) {
            throw new ImapRefusedException("[OVERQUOTA] The account would hold more than it may");
        }
    }

    private static Appended message(ImapSession session, ImapRequest request) throws BadSyntaxException {
        Arguments arguments = request.arguments();
        Flags flags = Flags.none();
        if (arguments.isAt('(')) {
            flags = FlagArguments.list(arguments);
            arguments.take(' ');
        }
        OffsetDateTime date = OffsetDateTime.ofInstant(session.host().clock().instant(), ZoneId.systemDefault());
        if (arguments.isAt('"')) {
            date = date(arguments.string());
            arguments.take(' ');
        }
        return new Appended(octets(request), flags, date);
    }

    private static Octets octets(ImapRequest request) throws BadSyntaxException {
        Arguments arguments = request.arguments();
        boolean utf8 = arguments.skipWord("UTF8 (");
        arguments.skip('~');
        if (!arguments.skipLiteral() || request.messages().isEmpty()) {
            throw new BadSyntaxException("The message is missing");
        }
        if (utf8) {
            arguments.take(')');
        }
        return Optional.ofNullable(request.messages().poll()).orElseThrow();
    }

    private static OffsetDateTime date(String text) throws BadSyntaxException {
        try {
            return OffsetDateTime.parse(text.strip(), InternalDate.FORMAT);
        } catch (DateTimeException e) {
            throw new BadSyntaxException("A date-time is like \"24-Nov-2026 12:30:00 +0000\"");
        }
    }

    private record Appended(Octets octets, Flags flags, OffsetDateTime date) {}
}

package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.SpecialUse;
import io.github.postfixture.mail.store.StoreRefusal;
import io.github.postfixture.mail.store.StoredMailbox;
import java.util.EnumSet;
import java.util.Set;

/** The commands that make and remove folders (RFC 3501 section 6.3, RFC 6154). */
final class FolderCommands {

    private FolderCommands() {}

    /** Take the name of a mailbox. */
    static String mailbox(ImapSession session, Arguments arguments) throws BadSyntaxException {
        String name = MailboxName.decode(arguments.string(), session.dialect().isEnabled(ImapExtension.UTF8));
        return name.equalsIgnoreCase(StoredMailbox.INBOX) ? StoredMailbox.INBOX : name;
    }

    /** Return a folder that messages are in; refuse the command for that reason if there is none. */
    static Folder require(ImapSession session, String name, String reason) throws ImapRefusedException {
        StoredMailbox account = session.account();
        return account.locked(() -> account.folder(name).filter(Folder::isSelectable))
                .orElseThrow(() -> new ImapRefusedException(reason));
    }

    static String create(ImapSession session, ImapRequest request) throws BadSyntaxException, ImapRefusedException {
        Arguments arguments = request.arguments();
        String name = mailbox(session, arguments);
        Set<SpecialUse> uses = arguments.skip(' ') ? uses(arguments) : Set.of();
        arguments.end();
        String made =
                name.endsWith(String.valueOf(StoredMailbox.DELIMITER)) ? name.substring(0, name.length() - 1) : name;
        return change(session, account -> {
            Folder folder = account.create(made, uses);
            return "[MAILBOXID (" + StatusCommand.id(folder) + ")] CREATE completed";
        });
    }

    static String delete(ImapSession session, ImapRequest request) throws BadSyntaxException, ImapRefusedException {
        String name = mailbox(session, request.arguments());
        request.arguments().end();
        return change(session, account -> {
            account.delete(name);
            return "DELETE completed";
        });
    }

    static String rename(ImapSession session, ImapRequest request) throws BadSyntaxException, ImapRefusedException {
        String name = mailbox(session, request.arguments());
        request.arguments().take(' ');
        String other = mailbox(session, request.arguments());
        request.arguments().end();
        return change(session, account -> {
            account.rename(name, other);
            return "RENAME completed";
        });
    }

    static String subscribe(ImapSession session, ImapRequest request) throws BadSyntaxException, ImapRefusedException {
        return subscription(session, request, true);
    }

    static String unsubscribe(ImapSession session, ImapRequest request)
            throws BadSyntaxException, ImapRefusedException {
        return subscription(session, request, false);
    }

    private static String subscription(ImapSession session, ImapRequest request, boolean wanted)
            throws BadSyntaxException, ImapRefusedException {
        String name = mailbox(session, request.arguments());
        request.arguments().end();
        return change(session, account -> {
            account.subscribe(name, wanted);
            return request.name() + " completed";
        });
    }

    private static Set<SpecialUse> uses(Arguments arguments) throws BadSyntaxException, ImapRefusedException {
        Set<SpecialUse> uses = EnumSet.noneOf(SpecialUse.class);
        arguments.take('(');
        if (!arguments.atom().equalsIgnoreCase("USE")) {
            throw new BadSyntaxException("CREATE takes USE and nothing else");
        }
        arguments.take(' ');
        arguments.take('(');
        while (!arguments.skip(')')) {
            arguments.take('\\');
            uses.add(SpecialUse.of("\\" + arguments.atom())
                    .orElseThrow(() -> new ImapRefusedException("[USEATTR] No such use")));
            arguments.skip(' ');
        }
        arguments.take(')');
        return uses;
    }

    private static String change(ImapSession session, Change change) throws ImapRefusedException {
        StoredMailbox account = session.account();
        try {
            return account.locked(() -> change.make(account));
        } catch (StoreRefusal e) {
            throw ImapRefusedException.of(e);
        }
    }

    @FunctionalInterface
    private interface Change {

        String make(StoredMailbox account) throws StoreRefusal;
    }
}

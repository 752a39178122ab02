package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Account;
import io.github.postfixture.mail.store.Folder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The commands {@code LIST} and {@code LSUB} (RFC 3501 section 6.3.8, RFC 5258, RFC 5819, RFC 6154). */
final class ListCommands {

    private ListCommands() {}

    static String list(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        ListOptions options = ListOptions.take(session, request.arguments());
        if (options.asksForDelimiter()) {
            session.output().line("* LIST (\\Noselect) \".\" \"\"");
        } else {
            session.output().lines(session.account().alone(() -> listing(session, options)));
        }
        return "LIST completed";
    }

    static String lsub(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        Arguments arguments = request.arguments();
        String reference = name(session, arguments);
        arguments.take(' ');
        MailboxPattern pattern = MailboxPattern.of(reference + pattern(session, arguments));
        arguments.end();
        for (String name : session.account().alone(() -> subscribed(session.account(), pattern))) {
            session.output().line("* LSUB " + name(session, name));
        }
        return "LSUB completed";
    }

    /** Take a pattern, which may hold wildcards without quotes. */
    static String pattern(ImapSession session, Arguments arguments) throws BadSyntaxException {
        return MailboxName.decode(arguments.pattern(), session.dialect().isEnabled(Extension.UTF8));
    }

    static String name(ImapSession session, Arguments arguments) throws BadSyntaxException {
        return MailboxName.decode(arguments.string(), session.dialect().isEnabled(Extension.UTF8));
    }

    private static List<String> listing(ImapSession session, ListOptions options) {
        Account account = session.account();
        ListedNames names = new ListedNames(account, options);
        List<String> lines = new ArrayList<>();
        for (String name : names.all()) {
            lines.add("* LIST (" + names.attributes(name) + ") \".\" "
                    + session.dialect().mailbox(name) + names.childInfo(name));
            if (!options.statusItems().isEmpty()) {
                account.folder(name)
                        .filter(Folder::isSelectable)
                        .ifPresent(folder -> lines.add(StatusCommand.line(session, folder, options.statusItems())));
            }
        }
        return lines;
    }

    /** Return what is subscribed to, and what is above that where the pattern ends. */
    private static Set<String> subscribed(Account account, MailboxPattern pattern) {
        Set<String> names = new TreeSet<>();
        for (String name : account.subscriptions()) {
            if (pattern.matches(name)) {
                names.add(name);
            } else {
                pattern.matchingAbove(name).ifPresent(names::add);
            }
        }
        return names;
    }

    private static String name(ImapSession session, String name) {
        boolean subscribed =
                session.account().alone(session.account()::subscriptions).contains(name);
        return (subscribed ? "()" : "(\\Noselect)") + " \".\" "
                + session.dialect().mailbox(name);
    }
}

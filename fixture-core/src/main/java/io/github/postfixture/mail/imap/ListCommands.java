package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
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
        StatusCommand.enableWhatIsNeeded(session, options.statusItems());
        if (options.asksForDelimiter()) {
            session.output().line("* LIST (\\Noselect) \".\" \"\"");
        } else {
            session.output().lines(listing(session, options));
        }
        return "LIST completed";
    }

    static String lsub(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        Arguments arguments = request.arguments();
        String reference = name(session, arguments);
        arguments.take(' ');
        MailboxPattern pattern = MailboxPattern.of(reference + pattern(session, arguments));
        arguments.end();
        Set<String> subscriptions = session.account().locked(session.account()::subscriptions);
        for (String name : subscribed(subscriptions, pattern)) {
            session.output()
                    .line("* LSUB " + (subscriptions.contains(name) ? "()" : "(\\Noselect)") + " \".\" "
                            + session.dialect().mailbox(name));
        }
        return "LSUB completed";
    }

    /** Take a pattern, which may hold wildcards without quotes. */
    static String pattern(ImapSession session, Arguments arguments) throws BadSyntaxException {
        return MailboxName.decode(arguments.pattern(), session.dialect().isEnabled(ImapExtension.UTF8));
    }

    static String name(ImapSession session, Arguments arguments) throws BadSyntaxException {
        return MailboxName.decode(arguments.string(), session.dialect().isEnabled(ImapExtension.UTF8));
    }

    private static List<String> listing(ImapSession session, ListOptions options) {
        StoredMailbox account = session.account();
        ListedNames names = ListedNames.of(account, options);
        List<String> lines = new ArrayList<>();
        for (String name : names.all()) {
            lines.add("* LIST (" + names.attributes(name) + ") \".\" "
                    + session.dialect().mailbox(name) + names.childInfo(name));
            if (!options.statusItems().isEmpty()) {
                lines.addAll(account.locked(() -> status(session, name, options)));
            }
        }
        return lines;
    }

    private static List<String> status(ImapSession session, String name, ListOptions options) {
        return session
                .account()
                .folder(name)
                .filter(Folder::isSelectable)
                .map(folder -> StatusCommand.line(session, folder, options.statusItems()))
                .stream()
                .toList();
    }

    /** Return what is subscribed to, and what is above that where the pattern ends. */
    private static Set<String> subscribed(Set<String> subscriptions, MailboxPattern pattern) {
        Set<String> names = new TreeSet<>();
        for (String name : subscriptions) {
            if (pattern.matches(name)) {
                names.add(name);
            } else {
                pattern.matchingAbove(name).ifPresent(names::add);
            }
        }
        return names;
    }
}

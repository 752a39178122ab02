package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The {@code STATUS} command (RFC 3501 section 6.3.10, RFC 8438, RFC 9051). */
final class StatusCommand {

    private static final String HIGHESTMODSEQ = "HIGHESTMODSEQ";
    private static final Map<String, Function<Folder, Object>> ITEMS = Map.of(
            "MESSAGES",
            Folder::size,
            "RECENT",
            folder -> count(folder, message -> message.uid() >= folder.recentFrom()),
            "UIDNEXT",
            Folder::uidNext,
            "UIDVALIDITY",
            Folder::uidValidity,
            "UNSEEN",
            folder -> count(folder, message -> !message.flags().contains(Flags.SEEN)),
            "DELETED",
            folder -> count(folder, message -> message.flags().contains(Flags.DELETED)),
            "SIZE",
            Folder::octets,
            HIGHESTMODSEQ,
            Folder::highestModSeq,
            "MAILBOXID",
            folder -> "(" + id(folder) + ")");

    private StatusCommand() {}

    static String execute(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        String name = FolderCommands.mailbox(session, request.arguments());
        request.arguments().take(' ');
        List<String> items = items(request.arguments());
        request.arguments().end();
        enableWhatIsNeeded(session, items);
        Folder folder = FolderCommands.require(session, name, "[NONEXISTENT] No such mailbox");
        session.output().line(session.account().locked(() -> line(session, folder, items)));
        session.polled(name, request.name());
        return "STATUS completed";
    }

    /** Return the id of a folder (RFC 8474). */
    static String id(Folder folder) {
        return "F" + folder.uidValidity();
    }

    /** Take a list of items. */
    static List<String> items(Arguments arguments) throws BadSyntaxException {
        List<String> items = new ArrayList<>();
        arguments.take('(');
        do {
            items.add(item(arguments.atom().toUpperCase(Locale.ROOT)));
        } while (arguments.skip(' '));
        arguments.take(')');
        return items;
    }

    /** Enable what is behind the items. */
    static void enableWhatIsNeeded(ImapSession session, List<String> items) throws IOException {
        if (items.contains(HIGHESTMODSEQ)) {
            session.enableChangeNumbers();
        }
    }

    /** Return the response about a folder. */
    static String line(ImapSession session, Folder folder, List<String> items) {
        return "* STATUS " + session.dialect().mailbox(folder.name())
                + items.stream()
                        .map(item -> item + " " + value(item).apply(folder))
                        .collect(Collectors.joining(" ", " (", ")"));
    }

    private static String item(String name) throws BadSyntaxException {
        if (!ITEMS.containsKey(name)) {
            throw new BadSyntaxException("Unknown item " + name);
        }
        return name;
    }

    private static Function<Folder, Object> value(String item) {
        return Optional.ofNullable(ITEMS.get(item)).orElseThrow();
    }

    private static long count(Folder folder, Predicate<StoredMessage> wanted) {
        return folder.messages().stream().filter(wanted).count();
    }
}

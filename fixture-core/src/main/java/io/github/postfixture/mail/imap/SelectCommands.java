package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands that open a folder and leave it (RFC 3501 section 6.3.1, RFC 7162, RFC 3691). */
final class SelectCommands {

    private SelectCommands() {}

    static String select(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        boolean readOnly = session.dialect().isFrozen();
        open(session, request, readOnly);
        return (readOnly ? "[READ-ONLY]" : "[READ-WRITE]") + " SELECT completed";
    }

    static String examine(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        open(session, request, true);
        return "[READ-ONLY] EXAMINE completed";
    }

    static String close(ImapSession session, ImapRequest request) throws BadSyntaxException {
        request.arguments().end();
        if (!session.selected().isReadOnly() && !session.dialect().isFrozen()) {
            ExpungeCommands.expunge(session, request.name(), message -> true);
        }
        session.select(Optional.empty());
        return "CLOSE completed";
    }

    static String unselect(ImapSession session, ImapRequest request) throws BadSyntaxException {
        request.arguments().end();
        session.select(Optional.empty());
        return "UNSELECT completed";
    }

    private static void open(ImapSession session, ImapRequest request, boolean readOnly)
            throws IOException, BadSyntaxException, ImapRefusedException {
        Arguments arguments = request.arguments();
        String name = FolderCommands.mailbox(session, arguments);
        Optional<Resumption> resumption = arguments.skip(' ') ? parameters(session, arguments) : Optional.empty();
        arguments.end();
        leave(session);
        Folder folder = FolderCommands.require(session, name, "[NONEXISTENT] No such mailbox");
        List<String> lines = session.account().locked(() -> {
            SelectedFolder selected = new SelectedFolder(session.account(), folder, readOnly);
            FolderNews news = new FolderNews(selected, session.dialect());
            session.select(Optional.of(new Selection(selected, news)));
            return opening(selected, news.knownFlags(), resumption);
        });
        session.polled(session.selected().name(), request.name());
        session.output().lines(lines);
    }

    private static void leave(ImapSession session) throws IOException {
        if (session.selection().isPresent()) {
            session.select(Optional.empty());
            session.output().line("* OK [CLOSED] The mailbox that was selected is closed");
        }
    }

    private static List<String> opening(SelectedFolder selected, KnownFlags flags, Optional<Resumption> resumption) {
        Folder folder = selected.folder();
        List<String> lines = new ArrayList<>(flags.responses());
        lines.add("* " + selected.size() + " EXISTS");
        lines.add("* " + selected.recent() + " RECENT");
        firstUnseen(selected).ifPresent(number -> lines.add("* OK [UNSEEN " + number + "] First unseen"));
        lines.add("* OK [UIDVALIDITY " + folder.uidValidity() + "] UIDs are valid");
        lines.add("* OK [UIDNEXT " + folder.uidNext() + "] Predicted next UID");
        lines.add("* OK [HIGHESTMODSEQ " + folder.highestModSeq() + "] Highest");
        lines.add("* OK [MAILBOXID (" + StatusCommand.id(folder) + ")] Id");
        resumption.ifPresent(known -> lines.addAll(known.changes(selected)));
        return lines;
    }

    private static Optional<Integer> firstUnseen(SelectedFolder selected) {
        return selected.messages().stream()
                .filter(message -> !message.flags().contains(Flags.SEEN))
                .findFirst()
                .map(message -> selected.number(message.uid()));
    }

    private static Optional<Resumption> parameters(ImapSession session, Arguments arguments) throws BadSyntaxException {
        Optional<Resumption> resumption = Optional.empty();
        arguments.take('(');
        do {
            String parameter = arguments.atom().toUpperCase(Locale.ROOT);
            switch (parameter) {
                case "CONDSTORE" -> session.dialect().enable(ImapExtension.CONDSTORE);
                case "QRESYNC" -> resumption = Optional.of(resumption(session, arguments));
                default -> throw new BadSyntaxException("Unknown parameter " + parameter);
            }
        } while (arguments.skip(' '));
        arguments.take(')');
        return resumption;
    }

    private static Resumption resumption(ImapSession session, Arguments arguments) throws BadSyntaxException {
        if (!session.dialect().isEnabled(ImapExtension.QRESYNC)) {
            throw new BadSyntaxException("QRESYNC needs ENABLE QRESYNC");
        }
        return Resumption.take(arguments);
    }
}

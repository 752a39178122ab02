package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.reader.ClientAction;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The {@code STORE} command (RFC 3501 section 6.4.6, RFC 7162 section 3.1.3). */
final class StoreCommand {

    private final ImapSession session;
    private final ImapRequest request;
    private final SelectedFolder selected;
    private final NumberSet set;
    private final long unchangedSince;
    private final String item;
    private final Flags flags;
    private final List<String> lines = new ArrayList<>();
    private final List<Long> changedMeanwhile = new ArrayList<>();
    private final List<StoredMessage> newlySeen = new ArrayList<>();
    private final List<StoredMessage> changed = new ArrayList<>();

    private StoreCommand(ImapSession session, ImapRequest request) throws BadSyntaxException {
        this.session = session;
        this.request = request;
        selected = session.selected();
        Arguments arguments = request.arguments();
        set = NumberSet.parse(arguments.set());
        arguments.take(' ');
        unchangedSince = arguments.isAt('(') ? unchangedSince(arguments) : Long.MAX_VALUE;
        item = arguments.atom().toUpperCase(Locale.ROOT);
        arguments.take(' ');
        flags = FlagArguments.listOrNaked(arguments);
        arguments.end();
    }

    static String execute(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        StoreCommand command = new StoreCommand(session, request);
        command.requireItem();
        ExpungeCommands.requireWritable(session);
        return command.store();
    }

    private long unchangedSince(Arguments arguments) throws BadSyntaxException {
        arguments.take('(');
        if (!arguments.atom().equalsIgnoreCase("UNCHANGEDSINCE")) {
            throw new BadSyntaxException("The only modifier is UNCHANGEDSINCE");
        }
        arguments.take(' ');
        long modSeq = arguments.number();
        arguments.take(')');
        arguments.take(' ');
        return modSeq;
    }

    private void requireItem() throws BadSyntaxException {
        if (!item.matches("[+-]?FLAGS(\\.SILENT)?")) {
            throw new BadSyntaxException("There is no item " + item);
        }
    }

    private String store() throws IOException, BadSyntaxException, ImapRefusedException {
        List<Long> uids = selected.uids(set, request.byUid());
        if (unchangedSince < Long.MAX_VALUE) {
            session.enableChangeNumbers();
        }
        int stored = session.account().locked(() -> {
            List<StoredMessage> messages = selected.stillThere(uids);
            messages.forEach(this::store);
            lines.addAll(
                    0, session.selection().orElseThrow().news().knownFlags().news(changed));
            return messages.size();
        });
        session.did(ClientAction.Kind.SEEN, newlySeen, request.name());
        session.did(ClientAction.Kind.MARKED, changed, item + " (" + flags + ")");
        session.output().lines(lines);
        if (!changedMeanwhile.isEmpty()) {
            return "[MODIFIED " + NumberRanges.of(changedMeanwhile) + "] Not all could be stored";
        }
        if (stored < uids.size()) {
            throw new ImapRefusedException("[EXPUNGEISSUED] Some of the messages are gone");
        }
        return request.name() + " completed";
    }

    private void store(StoredMessage message) {
        if (message.modSeq() > unchangedSince) {
            changedMeanwhile.add(request.byUid() ? message.uid() : (long) selected.number(message.uid()));
            return;
        }
        FolderNews news = session.selection().orElseThrow().news();
        boolean knew = news.isTold(message);
        StoredMessage stored = selected.folder().mark(message, wanted(message.flags()));
        if (!stored.flags().equals(message.flags())) {
            noteChange(message, stored);
        }
        boolean silent = item.endsWith(".SILENT");
        if (!silent || session.dialect().isEnabled(ImapExtension.CONDSTORE)) {
            lines.add(response(stored, silent));
        }
        if (!silent || knew) {
            news.told(stored);
        }
    }

    private void noteChange(StoredMessage before, StoredMessage after) {
        boolean read = after.flags().contains(Flags.SEEN) && !before.flags().contains(Flags.SEEN);
        if (read) {
            newlySeen.add(after);
        }
        if (!read || !after.flags().equals(before.flags().with(Flags.of(Flags.SEEN)))) {
            changed.add(after);
        }
    }

    private Flags wanted(Flags present) {
        return switch (item.charAt(0)) {
            case '+' -> present.with(flags);
            case '-' -> present.without(flags);
            default -> flags;
        };
    }

    private String response(StoredMessage stored, boolean silent) {
        List<String> items = new ArrayList<>();
        if (!silent) {
            items.add(selected.flags(stored));
        }
        if (request.byUid() || session.dialect().isEnabled(ImapExtension.QRESYNC)) {
            items.add("UID " + stored.uid());
        }
        if (session.dialect().isEnabled(ImapExtension.CONDSTORE)) {
            items.add("MODSEQ (" + stored.modSeq() + ")");
        }
        return "* " + selected.number(stored.uid()) + " FETCH (" + String.join(" ", items) + ")";
    }
}

package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.reader.ClientAction;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code FETCH} command (RFC 3501 section 6.4.5, RFC 7162 section 3.1.4). */
final class FetchCommand {

    private final ImapSession session;
    private final ImapRequest request;
    private final SelectedFolder selected;
    private final NumberSet set;
    private final FetchPlan plan;
    private final String wish;
    private final Set<Long> newlySeen = new HashSet<>();

    private FetchCommand(ImapSession session, ImapRequest request) throws BadSyntaxException {
        this.session = session;
        this.request = request;
        selected = session.selected();
        set = NumberSet.parse(request.arguments().set());
        request.arguments().take(' ');
        wish = request.arguments().rest();
        plan = FetchPlan.take(request.arguments(), request.byUid());
        request.arguments().end();
    }

    static String execute(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        return new FetchCommand(session, request).fetch();
    }

    private String fetch() throws IOException, BadSyntaxException, ImapRefusedException {
        requireQresync();
        if (plan.needsChangeNumbers()) {
            session.enableChangeNumbers();
        }
        List<Long> uids = selected.uids(set, request.byUid());
        List<StoredMessage> messages = session.account().locked(() -> messages(uids));
        note(messages.stream().filter(this::isWanted).toList());
        sayVanished();
        for (StoredMessage message : messages) {
            if (isWanted(message)) {
                say(message);
            }
        }
        if (messages.size() < uids.size() && !request.byUid()) {
            throw new ImapRefusedException("[EXPUNGEISSUED] Some of the messages are gone");
        }
        return request.name() + " completed";
    }

    private boolean isWanted(StoredMessage message) {
        return message.modSeq() > plan.changedSince() || newlySeen.contains(message.uid());
    }

    private void note(List<StoredMessage> fetched) {
        boolean marks = plan.setsSeen() && !selected.isReadOnly();
        if (plan.needsBody()) {
            session.did(marks ? ClientAction.Kind.READ : ClientAction.Kind.PEEKED, fetched, wish);
        } else {
            session.did(ClientAction.Kind.FETCHED, fetched, wish);
            session.did(
                    ClientAction.Kind.SEEN,
                    fetched.stream()
                            .filter(message -> newlySeen.contains(message.uid()))
                            .toList(),
                    request.name());
        }
    }

    private void requireQresync() throws BadSyntaxException {
        if (plan.vanished() && !(request.byUid() && session.dialect().isEnabled(ImapExtension.QRESYNC))) {
            throw new BadSyntaxException("VANISHED needs UID FETCH and ENABLE QRESYNC");
        }
    }

    private List<StoredMessage> messages(List<Long> uids) {
        List<StoredMessage> messages = selected.stillThere(uids);
        return plan.setsSeen() && !selected.isReadOnly()
                ? messages.stream().map(this::seen).toList()
                : messages;
    }

    private StoredMessage seen(StoredMessage message) {
        if (message.flags().contains(Flags.SEEN) || message.modSeq() <= plan.changedSince()) {
            return message;
        }
        newlySeen.add(message.uid());
        return selected.folder().mark(message, message.flags().with(Flags.of(Flags.SEEN)));
    }

    private void sayVanished() throws IOException {
        if (plan.vanished()) {
            Optional<String> line = session.account()
                    .locked(() -> Resumption.vanished(selected.folder(), plan.changedSince(), Optional.of(set)));
            session.output().lines(line.stream().toList());
        }
    }

    private void say(StoredMessage message) throws IOException, ImapRefusedException {
        FetchedMessage fetched = new FetchedMessage(message, selected);
        List<FetchValue> values = new ArrayList<>();
        for (FetchItem item : items(message)) {
            values.add(item.value(fetched));
        }
        session.output().text("* " + selected.number(message.uid()) + " FETCH (");
        String separator = "";
        for (FetchValue value : values) {
            session.output().text(separator + value.text());
            session.output().octets(value.octets());
            separator = " ";
        }
        session.output().line(")");
    }

    /** Return what is told of a message: changed flags before any literal, where even simple clients look for them. */
    private Iterable<FetchItem> items(StoredMessage message) {
        Set<FetchItem> items = new LinkedHashSet<>();
        if (newlySeen.contains(message.uid())) {
            items.add(FetchItems.FLAGS);
            if (session.dialect().isEnabled(ImapExtension.CONDSTORE)) {
                items.add(FetchItems.MODSEQ);
            }
        }
        items.addAll(plan.items());
        if (items.contains(FetchItems.FLAGS)) {
            session.selection().orElseThrow().news().told(message);
        }
        return items;
    }
}

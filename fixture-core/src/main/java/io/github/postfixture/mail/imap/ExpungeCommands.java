package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.reader.ClientAction;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The commands {@code EXPUNGE} and {@code UID EXPUNGE} (RFC 3501 section 6.4.3, RFC 4315). */
final class ExpungeCommands {

    private ExpungeCommands() {}

    static String expunge(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        request.arguments().end();
        return expunge(session, request, NumberSet.parse("1:*"));
    }

    static String expungeUids(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        NumberSet set = NumberSet.parse(request.arguments().set());
        request.arguments().end();
        return expunge(session, request, set);
    }

    /** Remove those of the messages that are marked for it, and return the number of the last change. */
    static long expunge(ImapSession session, String command, Predicate<StoredMessage> wanted) {
        SelectedFolder selected = session.selected();
        return session.account().locked(() -> {
            List<StoredMessage> doomed = selected.messages().stream()
                    .filter(message -> message.flags().contains(Flags.DELETED))
                    .filter(wanted)
                    .toList();
            selected.folder().expunge(doomed.stream().map(StoredMessage::uid).toList());
            session.did(ClientAction.Kind.DELETED, doomed, command);
            return selected.folder().highestModSeq();
        });
    }

    /** Refuse a command that changes a folder which is open for reading only. */
    static void requireWritable(ImapSession session) throws ImapRefusedException {
        if (session.selected().isReadOnly() || session.dialect().isFrozen()) {
            throw new ImapRefusedException("The mailbox is open for reading only");
        }
    }

    private static String expunge(ImapSession session, ImapRequest request, NumberSet set)
            throws IOException, BadSyntaxException, ImapRefusedException {
        requireWritable(session);
        Set<Long> wanted = new HashSet<>(session.selected().uids(set, true));
        long modSeq = expunge(session, request.name(), message -> wanted.contains(message.uid()));
        session.sayNews(true);
        String code = session.dialect().isEnabled(ImapExtension.CONDSTORE) ? "[HIGHESTMODSEQ " + modSeq + "] " : "";
        return code + request.name() + " completed";
    }
}

package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import java.io.IOException;
import java.util.List;

/** The commands {@code EXPUNGE} and {@code UID EXPUNGE} (RFC 3501 section 6.4.3, RFC 4315). */
final class ExpungeCommands {

    private ExpungeCommands() {}

    static String expunge(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, RefusedException {
        request.arguments().end();
        return expunge(session, request, NumberSet.parse("1:*"));
    }

    static String expungeUids(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, RefusedException {
        NumberSet set = NumberSet.parse(request.arguments().set());
        request.arguments().end();
        return expunge(session, request, set);
    }

    /** Return which of the messages that the client knows are marked to be expunged. */
    static List<Long> deleted(SelectedFolder selected) {
        return selected.messages().stream()
                .filter(message -> message.flags().contains(Flags.DELETED))
                .map(StoredMessage::uid)
                .toList();
    }

    /** Refuse a command that changes a folder which is open for reading only. */
    static void requireWritable(ImapSession session) throws RefusedException {
        if (session.selected().isReadOnly()) {
            throw new RefusedException("The mailbox is open for reading only");
        }
    }

    private static String expunge(ImapSession session, ImapRequest request, NumberSet set)
            throws IOException, BadSyntaxException, RefusedException {
        requireWritable(session);
        SelectedFolder selected = session.selected();
        List<Long> wanted = selected.uids(set, true);
        long modSeq = session.account().alone(() -> {
            List<Long> doomed =
                    deleted(selected).stream().filter(wanted::contains).toList();
            selected.folder().expunge(doomed);
            return selected.folder().highestModSeq();
        });
        session.sayNews(true);
        String code = session.dialect().isEnabled(Extension.CONDSTORE) ? "[HIGHESTMODSEQ " + modSeq + "] " : "";
        return code + request.name() + " completed";
    }
}

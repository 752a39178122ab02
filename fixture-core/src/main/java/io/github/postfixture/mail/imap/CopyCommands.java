package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.reader.ClientAction;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMessage;
import java.io.IOException;
import java.util.List;

/** The commands {@code COPY} and {@code MOVE} (RFC 3501 section 6.4.7, RFC 6851, RFC 4315). */
final class CopyCommands {

    private CopyCommands() {}

    static String copy(ImapSession session, ImapRequest request) throws BadSyntaxException, ImapRefusedException {
        String code = transfer(session, request, false);
        return (code.isEmpty() ? "" : code + " ") + request.name() + " completed";
    }

    static String move(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        ExpungeCommands.requireWritable(session);
        String code = transfer(session, request, true);
        if (!code.isEmpty()) {
            session.output().line("* OK " + code + " Moved");
        }
        session.sayNews(true);
        return request.name() + " completed";
    }

    private static String transfer(ImapSession session, ImapRequest request, boolean removes)
            throws BadSyntaxException, ImapRefusedException {
        Arguments arguments = request.arguments();
        NumberSet set = NumberSet.parse(arguments.set());
        arguments.take(' ');
        String name = FolderCommands.mailbox(session, arguments);
        arguments.end();
        SelectedFolder selected = session.selected();
        List<Long> uids = selected.uids(set, request.byUid());
        Folder target = FolderCommands.require(session, name, "[TRYCREATE] No such mailbox");
        return session.account().locked(() -> {
            List<StoredMessage> sources = selected.stillThere(uids);
            String code = transfer(selected, sources, target, removes);
            session.did(removes ? ClientAction.Kind.MOVED : ClientAction.Kind.COPIED, sources, target.name());
            return code;
        });
    }

    private static String transfer(SelectedFolder selected, List<StoredMessage> sources, Folder target, boolean removes)
            throws ImapRefusedException {
        if (sources.isEmpty()) {
            return "";
        }
        if (!removes) {
            long octets = sources.stream()
                    .mapToLong(message -> message.octets().length())
                    .sum();
            AppendCommand.requireRoom(selected.account(), sources.size(), octets);
        }
        List<Long> copies =
                sources.stream().map(target::copy).map(StoredMessage::uid).toList();
        List<Long> originals = sources.stream().map(StoredMessage::uid).toList();
        if (removes) {
            selected.folder().expunge(originals);
        }
        return "[COPYUID " + target.uidValidity() + " " + NumberRanges.of(originals) + " " + NumberRanges.of(copies)
                + "]";
    }
}

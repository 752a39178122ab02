package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client knows of a folder that it opens again (RFC 7162 section 3.2.5).
 *
 * @param uidValidity which folder it knew
 * @param modSeq the last change that it knows
 * @param uids the messages that it knows; nothing for all
 */
record Resumption(long uidValidity, long modSeq, Optional<NumberSet> uids) {

    /**
     * Take what follows {@code QRESYNC}.
     *
     * @throws BadSyntaxException if something else is next
     */
    static Resumption take(Arguments arguments) throws BadSyntaxException {
        arguments.take(' ');
        arguments.take('(');
        long uidValidity = arguments.number();
        arguments.take(' ');
        long modSeq = arguments.number();
        Optional<NumberSet> uids = Optional.empty();
        if (arguments.skip(' ') && arguments.isAtDigit()) {
            uids = Optional.of(NumberSet.parse(arguments.set()));
            arguments.skip(' ');
        }
        skipSamples(arguments);
        arguments.take(')');
        return new Resumption(uidValidity, modSeq, uids);
    }

    /** Return the responses that bring the client up to date; none if it does not know this folder. */
    List<String> changes(SelectedFolder selected) {
        Folder folder = selected.folder();
        List<String> lines = new ArrayList<>();
        if (folder.uidValidity() == uidValidity) {
            vanished(folder, modSeq, uids).ifPresent(lines::add);
            selected.messages().stream()
                    .filter(message -> message.modSeq() > modSeq)
                    .filter(message -> isKnown(message.uid(), folder))
                    .map(message -> "* " + selected.number(message.uid()) + " FETCH (UID " + message.uid() + " "
                            + selected.flags(message) + " MODSEQ (" + message.modSeq() + "))")
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Return the response that names which of the messages were removed after a change. */
    static Optional<String> vanished(Folder folder, long modSeq, Optional<NumberSet> uids) {
        long last = folder.uidNext() - 1;
        String gone = NumberSet.of(folder.expungedSince(modSeq).stream()
                .filter(uid -> uids.map(set -> set.contains(uid, last)).orElse(true))
                .toList());
        return gone.isEmpty() ? Optional.empty() : Optional.of("* VANISHED (EARLIER) " + gone);
    }

    private boolean isKnown(long uid, Folder folder) {
        return uids.map(set -> set.contains(uid, folder.uidNext() - 1)).orElse(true);
    }

    /** Skip the pairs of numbers and UIDs that help a server which has forgotten what was removed when. */
    private static void skipSamples(Arguments arguments) throws BadSyntaxException {
        if (arguments.skip('(')) {
            arguments.set();
            arguments.take(' ');
            arguments.set();
            arguments.take(')');
        }
    }
}

package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

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
        LongPredicate known = known(folder, uids);
        List<String> lines = new ArrayList<>();
        if (folder.uidValidity() == uidValidity) {
            vanished(folder, modSeq, uids).ifPresent(lines::add);
            selected.messages().stream()
                    .filter(message -> message.modSeq() > modSeq)
                    .filter(message -> known.test(message.uid()))
                    .map(message -> "* " + selected.number(message.uid()) + " FETCH (UID " + message.uid() + " "
                            + selected.flags(message) + " MODSEQ (" + message.modSeq() + "))")
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Return the response that names which of the messages were removed after a change. */
    static Optional<String> vanished(Folder folder, long modSeq, Optional<NumberSet> uids) {
        LongPredicate known = known(folder, uids);
        String gone = NumberRanges.of(folder.expungedSince(modSeq).stream()
                        .filter(known::test)
                        .toList())
                .toString();
        return gone.isEmpty() ? Optional.empty() : Optional.of("* VANISHED (EARLIER) " + gone);
    }

    /** Return whether a UID is among those that are asked about; all are if none is named. */
    private static LongPredicate known(Folder folder, Optional<NumberSet> uids) {
        Optional<NumberRanges> named = uids.map(set -> set.where(folder.uidNext() - 1));
        return uid -> named.map(ranges -> ranges.contains(uid)).orElse(true);
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

package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened in the selected folder that its client was not told yet. To be used as the folder itself. */
final class FolderNews {

    private final SelectedFolder selected;
    private final Folder folder;
    private final Dialect dialect;
    private final KnownFlags knownFlags;
    private final Map<Long, Long> told = new HashMap<>();
    private long flagsUpTo;
    private long removalsUpTo;
    private boolean pending;

    /** Begin with everything told. */
    FolderNews(SelectedFolder selected, Dialect dialect) {
        this.selected = selected;
        this.folder = selected.folder();
        this.dialect = dialect;
        knownFlags = new KnownFlags(selected);
        flagsUpTo = folder.highestModSeq();
        removalsUpTo = flagsUpTo;
    }

    /** Return the flags that the client has been told of. */
    KnownFlags knownFlags() {
        return knownFlags;
    }

    /** Take note that the client has been told how a message is marked. */
    void told(StoredMessage message) {
        told.merge(message.uid(), message.modSeq(), Math::max);
    }

    /** Return whether the client has been told how a message is marked. */
    boolean isTold(StoredMessage message) {
        return message.modSeq() <= flagsUpTo || message.modSeq() <= told.getOrDefault(message.uid(), 0L);
    }

    /**
     * Return the responses that tell it all; but no removal at a moment when that would renumber what a client is
     * about to name, and then nothing that comes after a removal (RFC 3501 section 7.4.1).
     */
    List<String> next(boolean mayRemove) {
        long now = folder.highestModSeq();
        if (now == flagsUpTo && !pending) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        List<Long> gone = folder.expungedSince(removalsUpTo).stream()
                .filter(selected::knows)
                .toList();
        pending = !gone.isEmpty() && !mayRemove;
        if (!pending) {
            lines.addAll(removals(gone));
            lines.addAll(arrivals());
            removalsUpTo = now;
        }
        lines.addAll(flags());
        flagsUpTo = now;
        told.clear();
        return lines;
    }

    private List<String> removals(List<Long> gone) {
        if (gone.isEmpty()) {
            return List.of();
        }
        List<String> lines = selected.remove(gone).stream()
                .map(number -> "* " + number + " EXPUNGE")
                .toList();
        return dialect.isEnabled(ImapExtension.QRESYNC) ? List.of("* VANISHED " + NumberRanges.of(gone)) : lines;
    }

    private List<String> arrivals() {
        List<StoredMessage> added = selected.addNew();
        added.forEach(this::told);
        List<String> lines = new ArrayList<>(knownFlags.news(added));
        if (!added.isEmpty()) {
            lines.add("* " + selected.size() + " EXISTS");
            lines.add("* " + selected.recent() + " RECENT");
        }
        return lines;
    }

    private List<String> flags() {
        List<StoredMessage> changed =
                selected.messages().stream().filter(message -> !isTold(message)).toList();
        List<String> lines = new ArrayList<>(knownFlags.news(changed));
        changed.forEach(message -> lines.add(flags(message)));
        return lines;
    }

    private String flags(StoredMessage message) {
        String uid = dialect.isEnabled(ImapExtension.QRESYNC) ? "UID " + message.uid() + " " : "";
        String modSeq = dialect.isEnabled(ImapExtension.CONDSTORE) ? " MODSEQ (" + message.modSeq() + ")" : "";
        return "* " + selected.number(message.uid()) + " FETCH (" + uid + selected.flags(message) + modSeq + ")";
    }
}

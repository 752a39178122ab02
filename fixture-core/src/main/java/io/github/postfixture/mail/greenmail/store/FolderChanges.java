package io.github.postfixture.mail.greenmail.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The changes of a folder: how many there were, which of them removed a message, and who is to hear of each. */
final class FolderChanges {

    private final List<Expunged> expunged = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long last = 1;

    long last() {
        return last;
    }

    /** Count a change. */
    long next() {
        last++;
        return last;
    }

    void expunged(long uid) {
        expunged.add(new Expunged(next(), uid));
    }

    List<Long> expungedSince(long modSeq) {
        int first = expunged.size();
        while (first > 0 && expunged.get(first - 1).modSeq > modSeq) {
            first--;
        }
        return expunged.subList(first, expunged.size()).stream()
                .map(Expunged::uid)
                .toList();
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    void announce() {
        listeners.forEach(Runnable::run);
    }

    private record Expunged(long modSeq, long uid) {}
}

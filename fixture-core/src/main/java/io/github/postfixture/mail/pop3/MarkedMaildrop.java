package io.github.postfixture.mail.pop3;

import io.github.postfixture.octets.Octets;
import java.util.BitSet;
import java.util.stream.IntStream;

/** A maildrop, and what a session has marked as deleted in it. */
final class MarkedMaildrop {

    private final Maildrop maildrop;
    private final BitSet deleted = new BitSet();

    MarkedMaildrop(Maildrop maildrop) {
        this.maildrop = maildrop;
    }

    /** Return the numbers of the messages that are not marked as deleted. */
    IntStream numbers() {
        return IntStream.rangeClosed(1, maildrop.size()).filter(this::exists);
    }

    boolean exists(int number) {
        return number >= 1 && number <= maildrop.size() && !deleted.get(number);
    }

    Octets octets(int number) {
        return maildrop.octets(number);
    }

    String uniqueId(int number) {
        return maildrop.uniqueId(number);
    }

    /** Return a message that the client is about to get. */
    Octets hand(int number, boolean withBody) {
        maildrop.hand(number, withBody);
        return maildrop.octets(number);
    }

    void delete(int number) {
        deleted.set(number);
    }

    void undelete() {
        deleted.clear();
    }

    /** Remove what is marked as deleted, for good. */
    void commit() {
        if (!deleted.isEmpty()) {
            maildrop.remove(deleted.stream().boxed().toList());
        }
    }

    void leave(boolean saidGoodbye) {
        maildrop.leave(saidGoodbye);
    }
}

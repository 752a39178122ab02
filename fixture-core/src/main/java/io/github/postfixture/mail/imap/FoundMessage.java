package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.search.SearchedMessage;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.mime.Message;
import java.time.OffsetDateTime;

/**
 * A message of the selected folder that is searched.
 *
 * @param number the number that the client knows it by
 * @param stored the message
 * @param flags how it is marked
 * @param content what is in it
 */
record FoundMessage(long number, StoredMessage stored, Flags flags, Message content) implements SearchedMessage {

    static FoundMessage of(StoredMessage stored, SelectedFolder selected) {
        return new FoundMessage(
                selected.number(stored.uid()), stored, selected.marks(stored), Message.of(stored.octets()));
    }

    @Override
    public long uid() {
        return stored.uid();
    }

    @Override
    public boolean hasFlag(String name) {
        return flags.contains(name);
    }

    @Override
    public OffsetDateTime receivedAt() {
        return stored.receivedAt();
    }

    @Override
    public long modSeq() {
        return stored.modSeq();
    }
}

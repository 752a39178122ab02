package io.github.postfixture.mail.greenmail.store;

import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.store.MailFolder;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.SpecialUse;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.octets.Octets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder of GreenMail's, which gives each message its UID. What it holds for a message is a stand-in, as it would copy and
 * parse the message otherwise; the bytes and flags are kept here, the bytes shared by all folders.
 */
final class GreenMailFolder implements Folder {

    private static final AtomicLong LAST_ID = new AtomicLong();
    private static final AtomicLong LAST_UID_VALIDITY = new AtomicLong();

    private final StoredMailbox account;
    private final MailFolder folder;
    private final NavigableMap<Long, StoredMessage> messages = new TreeMap<>();
    private final FolderChanges changes = new FolderChanges();
    private String name;
    private Set<SpecialUse> uses;
    private boolean selectable = true;
    private long uidValidity = nextUidValidity();
    private long recentFrom = 1;
    private long octets;

    GreenMailFolder(StoredMailbox account, String name, MailFolder folder, Set<SpecialUse> uses) {
        this.account = account;
        this.name = name;
        this.folder = folder;
        this.uses = uses;
    }

    @Override
    public String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    @Override
    public boolean isSelectable() {
        return selectable;
    }

    GreenMailFolder selectable(boolean value) {
        if (value && !selectable) {
            resetUidValidity();
        }
        selectable = value;
        return this;
    }

    @Override
    public Set<SpecialUse> uses() {
        return uses;
    }

    void use(Set<SpecialUse> wanted) {
        uses = Set.copyOf(wanted);
    }

    @Override
    public long uidValidity() {
        return uidValidity;
    }

    @Override
    public void resetUidValidity() {
        uidValidity = nextUidValidity();
    }

    @Override
    public long uidNext() {
        return folder.getUIDNext();
    }

    @Override
    public long highestModSeq() {
        return changes.last();
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public long octets() {
        return octets;
    }

    @Override
    public List<StoredMessage> messages() {
        return List.copyOf(messages.values());
    }

    @Override
    public Optional<StoredMessage> message(long uid) {
        return Optional.ofNullable(messages.get(uid));
    }

    @Override
    public StoredMessage append(Octets bytes, Flags flags, OffsetDateTime receivedAt) {
        return add(LAST_ID.incrementAndGet(), bytes, flags, receivedAt);
    }

    @Override
    public StoredMessage copy(StoredMessage message) {
        return add(message.id(), message.octets(), message.flags(), message.receivedAt());
    }

    @Override
    public StoredMessage mark(StoredMessage message, Flags flags) {
        StoredMessage kept = Objects.requireNonNull(messages.get(message.uid()), "the message was expunged");
        if (kept.flags().equals(flags)) {
            return kept;
        }
        StoredMessage marked = kept.marked(flags, changes.next());
        messages.put(message.uid(), marked);
        changes.announce();
        return marked;
    }

    @Override
    public void expunge(Collection<Long> uids) {
        List<StoredMessage> doomed = uids.stream()
                .distinct()
                .map(messages::get)
                .filter(Objects::nonNull)
                .toList();
        if (!doomed.isEmpty()) {
            doomed.forEach(this::remove);
            expungeFromGreenMail(doomed);
            changes.announce();
        }
    }

    /** Remove all messages. */
    void clear() {
        expunge(List.copyOf(messages.keySet()));
    }

    @Override
    public List<Long> expungedSince(long modSeq) {
        return changes.expungedSince(modSeq);
    }

    @Override
    public long recentFrom() {
        return recentFrom;
    }

    @Override
    public void claimRecent() {
        recentFrom = uidNext();
    }

    @Override
    public void addListener(Runnable listener) {
        changes.addListener(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        changes.removeListener(listener);
    }

    private StoredMessage add(long id, Octets bytes, Flags flags, OffsetDateTime receivedAt) {
        long uid = nextUid();
        StoredMessage message = new StoredMessage(uid, id, bytes, receivedAt, flags, changes.next());
        messages.put(uid, message);
        octets += bytes.length();
        changes.announce();
        return message;
    }

    private long nextUid() {
        MessageFlags flags = new MessageFlags(account, this, folder.getUIDNext());
        return folder.appendMessage(new StandIn(flags), new jakarta.mail.Flags(), null);
    }

    private void remove(StoredMessage doomed) {
        messages.remove(doomed.uid());
        octets -= doomed.octets().length();
        changes.expunged(doomed.uid());
    }

    private void expungeFromGreenMail(List<StoredMessage> doomed) {
        folder.expunge(
                doomed.stream().map(message -> new IdRange(message.uid())).toArray(IdRange[]::new));
    }

    /** Return a number that no folder of this JVM had, and that none of an earlier one is likely to have had. */
    private static long nextUidValidity() {
        long now = Instant.now().getEpochSecond();
        return LAST_UID_VALIDITY.updateAndGet(last -> Math.max(last + 1, now));
    }
}

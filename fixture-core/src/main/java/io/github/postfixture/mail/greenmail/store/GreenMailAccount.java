package io.github.postfixture.mail.greenmail.store;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.Quota;
import io.github.postfixture.mail.store.SpecialUse;
import io.github.postfixture.mail.store.StoreDelivery;
import io.github.postfixture.mail.store.StoreRefusal;
import io.github.postfixture.mail.store.StoredMailbox;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An account in a store of its own, so that nobody finds another's folders. GreenMail keeps each folder under a number;
 * the names are kept here, because GreenMail's have no case and cannot be moved freely.
 */
final class GreenMailAccount implements StoredMailbox {

    private final String address;
    private final ReentrantLock lock = new ReentrantLock();
    private final InMemoryStore store = new InMemoryStore();
    private final FolderTree tree = new FolderTree(this::newFolder);
    private final Set<String> subscriptions = new TreeSet<>();
    private Quota quota = Quota.NONE;
    private int foldersSoFar;

    GreenMailAccount(String address) {
        this.address = address;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public <T, E extends Exception> T locked(Question<T, E> question) throws E {
        lock.lock();
        try {
            return question.answer();
        } finally {
            lock.unlock();
        }
    }

    /** Put a message into its folder. */
    void deliver(StoreDelivery delivery) {
        OffsetDateTime receivedAt =
                delivery.receivedAt().atZone(ZoneId.systemDefault()).toOffsetDateTime();
        locked(() -> existing(delivery.folder()).append(delivery.message(), delivery.flags(), receivedAt));
    }

    private Folder existing(String name) {
        try {
            Optional<Folder> folder = folder(name);
            return folder.isPresent() ? folder.get() : create(name, Set.of());
        } catch (StoreRefusal e) {
            throw new IllegalArgumentException("folder (" + name + ") cannot be: " + e.getMessage(), e);
        }
    }

    @Override
    public Folder inbox() {
        return tree.inbox();
    }

    @Override
    public List<Folder> folders() {
        return List.copyOf(tree.folders());
    }

    @Override
    public Optional<Folder> folder(String name) {
        return tree.find(name).map(folder -> folder);
    }

    @Override
    public Folder create(String name, Set<SpecialUse> uses) throws StoreRefusal {
        GreenMailFolder folder = tree.create(name);
        folder.use(uses);
        return folder;
    }

    @Override
    public void delete(String name) throws StoreRefusal {
        tree.delete(name);
    }

    @Override
    public void rename(String name, String other) throws StoreRefusal {
        tree.rename(name, other);
    }

    @Override
    public Set<String> subscriptions() {
        return Collections.unmodifiableSet(new TreeSet<>(subscriptions));
    }

    @Override
    public void subscribe(String name, boolean wanted) {
        String canonical = FolderTree.canonical(name);
        if (wanted) {
            subscriptions.add(canonical);
        } else {
            subscriptions.remove(canonical);
        }
    }

    @Override
    public Quota quota() {
        return quota;
    }

    @Override
    public void limit(Quota limit) {
        quota = limit;
    }

    @Override
    public long octets() {
        return tree.folders().stream().mapToLong(Folder::octets).sum();
    }

    @Override
    public int size() {
        return tree.folders().stream().mapToInt(Folder::size).sum();
    }

    private GreenMailFolder newFolder(String name) {
        MailFolder root = store.getMailbox(InMemoryStore.USER_NAMESPACE);
        foldersSoFar++;
        try {
            MailFolder folder = store.createMailbox(root, String.valueOf(foldersSoFar), true);
            return new GreenMailFolder(this, name, folder, EnumSet.noneOf(SpecialUse.class));
        } catch (FolderException e) {
            throw new IllegalStateException("GreenMail does not make a folder in memory", e);
        }
    }
}

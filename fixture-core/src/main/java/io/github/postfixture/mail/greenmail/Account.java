package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.UserImpl;
import io.github.postfixture.mail.store.Delivery;
import io.github.postfixture.net.Octets;
import jakarta.mail.Flags;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A user with its folders. They stand under a name that nobody guesses and that is no hash of the address: GreenMail
 * opens a folder to everyone who knows its full name, and hashes are shared by some.
 */
final class Account extends UserImpl {

    private final String folderName = UUID.randomUUID().toString();
    private final Folders folders;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Octets> originals = new HashMap<>();

    Account(String address, Folders folders) {
        super(address, address, "", folders);
        this.folders = folders;
    }

    @Override
    public String getQualifiedMailboxName() {
        return folderName;
    }

    /** Do something with the folders that no delivery and no other session comes between. It must not wait. */
    <E extends Exception> void alone(Step<E> step) throws E {
        Question<Boolean, E> question = () -> {
            step.run();
            return true;
        };
        alone(question);
    }

    /** Ask the folders something that no delivery and no other session comes between. It must not wait. */
    <T, E extends Exception> T alone(Question<T, E> question) throws E {
        lock.lock();
        try {
            return question.answer();
        } finally {
            lock.unlock();
        }
    }

    /** Put a message into the inbox. */
    void deliver(Delivery delivery) {
        alone(() -> {
            long uid = Messages.append(
                    inbox(), delivery.message().stream(), new Flags(), Date.from(delivery.receivedAt()));
            originals.put(uid, delivery.message());
        });
    }

    MailFolder inbox() {
        return folders.getInbox(this);
    }

    /** Return the bytes that were delivered, of a message in the inbox that came by delivery. */
    Optional<Octets> original(long uid) {
        return Optional.ofNullable(originals.get(uid));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** What is done with the folders. */
    @FunctionalInterface
    interface Step<E extends Exception> {

        void run() throws E;
    }

    /** What is asked of the folders. */
    @FunctionalInterface
    interface Question<T, E extends Exception> {

        T answer() throws E;
    }
}

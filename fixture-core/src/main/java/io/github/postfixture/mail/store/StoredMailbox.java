package io.github.postfixture.mail.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A user with its folders. Folder names are Unicode, with {@link #DELIMITER} between the levels; {@code INBOX} is there
 * always, and its name alone has no case. Everything but {@link #address()} and {@code locked} is to be called within
 * {@code locked}, and so is everything of a {@link Folder}.
 */
public interface StoredMailbox {

    /** What stands between the levels of a folder's name. */
    char DELIMITER = '.';

    /** The name of the folder that deliveries go to. */
    String INBOX = "INBOX";

    /** Return whose account it is. */
    String address();

    /** Ask the folders something that no delivery and no other session comes between. It must not wait. */
    <T, E extends Exception> T locked(Question<T, E> question) throws E;

    /** Do something with the folders that no delivery and no other session comes between. It must not wait. */
    default <E extends Exception> void locked(Step<E> step) throws E {
        Question<Boolean, E> question = () -> {
            step.run();
            return true;
        };
        locked(question);
    }

    /** Return the folder that deliveries go to. */
    Folder inbox();

    /** Return all folders, in the order of their names. */
    List<Folder> folders();

    /** Return the folder of that name, if there is one. */
    Optional<Folder> folder(String name);

    /**
     * Make a folder, and those above it that are missing.
     *
     * @throws StoreRefusal if there is one of that name, or the name cannot be one
     */
    Folder create(String name, Set<SpecialUse> uses) throws StoreRefusal;

    /**
     * Remove a folder with its messages; if there are folders below it, it stays as one that cannot be selected.
     *
     * @throws StoreRefusal if there is none of that name, or it must stay
     */
    void delete(String name) throws StoreRefusal;

    /**
     * Give a folder, and those below it, another name. {@code INBOX} gives its messages to a new folder, and stays.
     *
     * @throws StoreRefusal if there is none of that name, there is one of the other, or the other cannot be one
     */
    void rename(String name, String other) throws StoreRefusal;

    /** Return the names that are subscribed to, in order, whether there are such folders or not. */
    Set<String> subscriptions();

    /** Subscribe to a name, or do so no longer. */
    void subscribe(String name, boolean wanted);

    /** Return how much the account may hold. */
    Quota quota();

    /** Limit how much the account may hold from now on. */
    void limit(Quota quota);

    /** Return how many bytes the account holds, in all its folders. */
    long octets();

    /** Return how many messages the account holds, in all its folders. */
    int size();

    /** Return whether so many messages more, of so many bytes in all, are within the quota. */
    default boolean hasRoomFor(int messages, long octets) {
        return quota().allows(size() + messages, octets() + octets);
    }

    /** What is done with the folders. */
    @FunctionalInterface
    interface Step<E extends Exception> {

        /** Do it. */
        void run() throws E;
    }

    /** What is asked of the folders. */
    @FunctionalInterface
    interface Question<T, E extends Exception> {

        /** Return the answer. */
        T answer() throws E;
    }
}

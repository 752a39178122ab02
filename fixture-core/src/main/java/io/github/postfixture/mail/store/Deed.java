package io.github.postfixture.mail.store;

import java.util.List;

/**
 * What a client did with messages of an account.
 *
 * @param kind what it did
 * @param folder the name of the folder that the messages lie in
 * @param messages the messages, as they were then
 * @param detail how it did it: the command, what it asked for, or the folder to which the messages went
 */
public record Deed(Kind kind, String folder, List<StoredMessage> messages, String detail) {

    /** Make a deed that is about no message in particular. */
    public static Deed of(Kind kind, String folder, String detail) {
        return new Deed(kind, folder, List.of(), detail);
    }

    /** What a client can do. */
    public enum Kind {
        /** Ask whether there is news. */
        POLLED,
        /** Wait for news. */
        IDLED,
        /** Fetch something, but nothing of the body. */
        FETCHED,
        /** Fetch of the body, and leave the message unread. */
        PEEKED,
        /** Fetch of the body, so that the message is read. */
        READ,
        /** Mark as read without having fetched the body. */
        SEEN,
        /** Change other flags. */
        MARKED,
        /** Copy to another folder. */
        COPIED,
        /** Move to another folder. */
        MOVED,
        /** Remove for good. */
        DELETED
    }
}

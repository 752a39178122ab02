package io.github.postfixture.mail.client;

import io.github.postfixture.mail.imap.InternalDate;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What is done to the messages of a mailbox, by IMAP, always by their UIDs. */
final class RemoteMessages {

    private final RemoteMailbox mailbox;

    RemoteMessages(RemoteMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Return the bytes of a message; nothing if it is gone. */
    Optional<byte[]> bytes(RemoteFolder folder, long uid) throws IOException {
        Answer<byte[]> body = new Answer<>();
        in(
                folder,
                "UID FETCH",
                reply -> body.hear(
                        isOf(reply, uid),
                        reply.valueOf("BODY[]").filter(value -> !value.isNil()).map(ImapValue::octets)),
                uid + " (BODY.PEEK[])");
        return body.value;
    }

    void addFlags(RemoteFolder folder, long uid, MailFlags flags) throws IOException {
        in(folder, "UID STORE", reply -> {}, uid + " +FLAGS.SILENT (" + flags + ")");
    }

    void removeFlags(RemoteFolder folder, long uid, MailFlags flags) throws IOException {
        in(folder, "UID STORE", reply -> {}, uid + " -FLAGS.SILENT (" + flags + ")");
    }

    /** Return whether one command moves (RFC 6851). */
    boolean canMove() {
        return mailbox.connection().can("MOVE");
    }

    /** Return whether the server tells the UIDs that it gives (RFC 4315). */
    boolean tellsUids() {
        return mailbox.connection().can("UIDPLUS");
    }

    /** Move a message and return what it is now, if the server tells it. */
    Optional<RemoteUid> move(RemoteFolder folder, long uid, String target) throws IOException {
        return transfer("UID MOVE", folder, uid, target);
    }

    /** Copy a message and return what the copy is, if the server tells it. */
    Optional<RemoteUid> copy(RemoteFolder folder, long uid, String target) throws IOException {
        return transfer("UID COPY", folder, uid, target);
    }

    private Optional<RemoteUid> transfer(String command, RemoteFolder folder, long uid, String target)
            throws IOException {
        Answer<RemoteUid> made = new Answer<>();
        ImapReply end = in(
                folder,
                command,
                reply -> made.hear(reply.code("COPYUID").isPresent(), copied(reply)),
                uid + " ",
                mailbox.wireName(target));
        made.hear(end.code("COPYUID").isPresent(), copied(end));
        return made.value;
    }

    /** Add a message and return what it is, if the server tells it. */
    Optional<RemoteUid> append(String target, byte[] bytes, MailFlags flags, OffsetDateTime arrived)
            throws IOException {
        ImapReply end = mailbox.connection()
                .command(
                        "APPEND",
                        reply -> {},
                        mailbox.wireName(target),
                        " (" + flags + ") \"" + InternalDate.of(arrived) + "\" ",
                        bytes);
        return end.code("APPENDUID").map(code -> code.split(" ", -1)).flatMap(words -> uid(words, words.length - 1, 2));
    }

    /**
     * Remove a message, and no other one: without {@code UID EXPUNGE} (RFC 4315) it is only marked as deleted while others
     * are, too.
     *
     * @return whether it is gone
     */
    boolean remove(RemoteFolder folder, long uid) throws IOException {
        in(folder, "UID STORE", reply -> {}, uid + " +FLAGS.SILENT (\\Deleted)");
        if (tellsUids()) {
            in(folder, "UID EXPUNGE", reply -> {}, String.valueOf(uid));
            return true;
        }
        boolean alone = deleted(folder).equals(Set.of(String.valueOf(uid)));
        if (alone) {
            in(folder, "EXPUNGE", reply -> {});
        }
        return alone;
    }

    private Set<String> deleted(RemoteFolder folder) throws IOException {
        Set<String> deleted = new TreeSet<>();
        in(
                folder,
                "UID SEARCH",
                reply -> {
                    if (reply.is("SEARCH")) {
                        reply.values().forEach(value -> deleted.add(value.text()));
                    }
                },
                "DELETED");
        return deleted;
    }

    private ImapReply in(RemoteFolder folder, String command, Consumer<ImapReply> untagged, Object... arguments)
            throws IOException {
        mailbox.select(folder);
        return mailbox.connection().command(command, untagged, arguments);
    }

    private static boolean isOf(ImapReply reply, long uid) {
        return reply.is("FETCH")
                && reply.valueOf("UID")
                        .map(value -> value.text().equals(String.valueOf(uid)))
                        .orElse(true);
    }

    private static Optional<RemoteUid> copied(ImapReply reply) {
        return reply.code("COPYUID").map(code -> code.split(" ", -1)).flatMap(words -> uid(words, 2, 3));
    }

    private static Optional<RemoteUid> uid(String[] words, int index, int length) {
        return words.length == length ? RemoteUid.parse(words[0], words[index]) : Optional.empty();
    }

    /** The first value that an answer has. */
    private static final class Answer<T> {

        private Optional<T> value = Optional.empty();

        void hear(boolean fits, Optional<T> heard) {
            if (fits && value.isEmpty()) {
                value = heard;
            }
        }
    }
}

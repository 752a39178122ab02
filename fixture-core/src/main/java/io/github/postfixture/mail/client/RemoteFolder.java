package io.github.postfixture.mail.client;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A folder of the server as a listing shows it.
 *
 * @param uidNext the least UID that a new message can have; empty if the server did not tell
 * @param messages its messages, by their UIDs
 * @param keeps which flags the server keeps for good
 */
record RemoteFolder(
        String name,
        long uidValidity,
        OptionalLong uidNext,
        Map<Long, RemoteMessage> messages,
        Predicate<String> keeps) {

    private static final int TRIES = 3;
    private static final String LISTING = "(UID FLAGS INTERNALDATE RFC822.SIZE)";

    /** List the folder that is selected; a listing during which messages go is begun again. */
    static RemoteFolder list(ImapConnection connection, String name, Selected selected) throws IOException {
        Listing listing = new Listing(name, selected.exists);
        for (int tries = 0; tries < TRIES; tries++) {
            if (selected.exists == 0 || listing.read(connection)) {
                return new RemoteFolder(name, selected.uidValidity, selected.uidNext, listing.messages, selected.keeps);
            }
            listing = new Listing(name, listing.left());
        }
        throw new IOException("UID FETCH 1:* " + LISTING + ": messages go faster than they are listed");
    }

    boolean has(RemoteUid uid) {
        return uid.validity() == uidValidity && messages.containsKey(uid.uid());
    }

    /** Return what was listed of a message that it has. */
    RemoteMessage message(RemoteUid uid) {
        return Objects.requireNonNull(messages.get(uid.uid()));
    }

    RemoteUid uid(long uid) {
        return new RemoteUid(uidValidity, uid);
    }

    /** What the server says of a folder when it is selected. */
    static final class Selected {

        private long exists;
        private long uidValidity;
        private OptionalLong uidNext = OptionalLong.empty();
        private Predicate<String> keeps = flag -> true;

        void hear(ImapReply reply) {
            if (reply.is("EXISTS")) {
                exists = reply.number();
            }
            reply.code("UIDVALIDITY")
                    .filter(RemoteUid::isValid)
                    .ifPresent(number -> uidValidity = Long.parseLong(number));
            reply.code("UIDNEXT")
                    .filter(RemoteUid::isValid)
                    .ifPresent(number -> uidNext = OptionalLong.of(Long.parseLong(number)));
            reply.code("PERMANENTFLAGS").ifPresent(flags -> keeps = permanent(flags));
        }

        long uidValidity() {
            return uidValidity;
        }

        private static Predicate<String> permanent(String flags) {
            String list = flags.replaceAll("[()]", " ");
            MailFlags kept = MailFlags.parse(list);
            boolean any = list.contains("\\*");
            return flag -> (any && !flag.startsWith("\\")) || kept.has(flag);
        }
    }

    /** A listing as it comes. */
    private static final class Listing {

        private final String name;
        private final Map<Long, RemoteMessage> messages = new TreeMap<>();
        private long exists;
        private boolean shrinks;

        Listing(String name, long exists) {
            this.name = name;
            this.exists = exists;
        }

        /** Return whether it is whole; false if messages went meanwhile. */
        boolean read(ImapConnection connection) throws IOException {
            long least = exists;
            connection.command("UID FETCH", this::hear, "1:* " + LISTING);
            if (!shrinks && messages.size() < least) {
                throw new CommandRefusedException("UID FETCH 1:* " + LISTING + ": " + name + " has " + least
                        + " messages, but the server lists " + messages.size() + " with a UID of their own and flags");
            }
            return !shrinks;
        }

        long left() {
            return exists;
        }

        private void hear(ImapReply reply) {
            if (reply.is("EXPUNGE") || reply.is("VANISHED")) {
                shrinks = true;
                exists--;
            } else if (reply.is("EXISTS")) {
                exists = reply.number();
            } else if (reply.is("FETCH") && reply.valueOf("FLAGS").isPresent()) {
                reply.valueOf("UID")
                        .map(ImapValue::text)
                        .filter(RemoteUid::isValid)
                        .ifPresent(uid -> messages.put(Long.parseLong(uid), RemoteMessage.of(reply)));
            }
        }
    }
}

package io.github.postfixture.mail.reader;

import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.mime.Message;
import io.github.postfixture.octets.Octets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What a client did with messages of an account.
 *
 * @param kind what it did
 * @param folder the name of the folder that the messages lie in
 * @param messages the messages, as they were then
 * @param detail how it did it: the command, what it asked for, or the folder to which the messages went
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record ClientAction(Kind kind, String folder, List<StoredMessage> messages, String detail) {

    private static final int MOST_MESSAGES = 3;
    private static final int LONGEST = 60;
    private static final Set<String> OPENING = Set.of("SELECT", "EXAMINE", "a login");

    /** Make an action that is about no message in particular. */
    public static ClientAction of(Kind kind, String folder, String detail) {
        return new ClientAction(kind, folder, List.of(), detail);
    }

    /** Return what was done in one line. */
    @Override
    public String toString() {
        return inWords(firstMessages(), " in " + folder);
    }

    /** Return whether it is a search that found nothing. */
    public boolean foundNothing() {
        return kind == Kind.SEARCHED && messages.isEmpty();
    }

    /** Return what was done to one message, such as {@code read it by BODY[TEXT]}. */
    String toIt() {
        return inWords("it", "");
    }

    private String inWords(String which, String place) {
        String how = shortened(detail);
        return switch (kind) {
            case POLLED ->
                OPENING.contains(detail) ? "opened " + folder + " by " + how : "polled " + folder + " by " + how;
            case SEARCHED ->
                "searched " + folder + " for " + how + ", and found " + (messages.isEmpty() ? "nothing" : which);
            case IDLED -> "idled in " + folder;
            case FETCHED -> "fetched " + how + " of " + which + place;
            case PEEKED -> "peeked at " + which + place + " by " + how;
            case READ -> "read " + which + place + " by " + how;
            case SEEN -> "marked " + which + place + " as read by " + how;
            case MARKED -> "marked " + which + place + " by " + how;
            case COPIED -> "copied " + which + place + " to " + how;
            case MOVED -> "moved " + which + place + " to " + how;
            case DELETED -> "deleted " + which + place + " by " + how;
        };
    }

    /** Return the first of its messages, by number and subject. */
    String firstMessages() {
        int more = messages.size() - MOST_MESSAGES;
        return messages.stream().limit(MOST_MESSAGES).map(ClientAction::message).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String message(StoredMessage message) {
        return "#" + message.uid() + " \"" + shortened(subject(message.octets())) + '"';
    }

    private static String subject(Octets octets) {
        return Message.of(octets).header().text("Subject").orElse("");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /**
     * What a client can do.
     *
     * @hidden
     */
    public enum Kind {
        /** Ask whether there is news. */
        POLLED,
        /** Search a folder. */
        SEARCHED,
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

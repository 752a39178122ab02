package io.github.postfixture.mail.reader;

import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.message.SameBytes;
import io.github.postfixture.mail.store.StoredMessage;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one client does with a mailbox by IMAP or POP3, from its login to the end of its connection. It grows as the
 * client goes on; safe for use by several threads.
 */
public final class ReadingSession {

    private static final int MOST_ACTIONS = 8;
    private static final Set<ClientAction.Kind> OF_THE_BODY =
            EnumSet.of(ClientAction.Kind.PEEKED, ClientAction.Kind.READ);
    private static final Set<ClientAction.Kind> SETTING_SEEN =
            EnumSet.of(ClientAction.Kind.READ, ClientAction.Kind.SEEN);
    private static final Set<ClientAction.Kind> CHANGES = EnumSet.of(
            ClientAction.Kind.READ,
            ClientAction.Kind.SEEN,
            ClientAction.Kind.MARKED,
            ClientAction.Kind.MOVED,
            ClientAction.Kind.DELETED);

    private final int number;
    private final String protocol;
    private final InetSocketAddress peer;
    private final List<ClientAction> actions = new ArrayList<>();
    private int polls;
    private boolean open = true;
    private boolean idle;
    private boolean loggedOut;

    ReadingSession(int number, String protocol, InetSocketAddress peer) {
        this.number = number;
        this.protocol = protocol;
        this.peer = peer;
    }

    /** Return its place among the sessions of its mailbox; the first is number 1. */
    public int number() {
        return number;
    }

    /** Return {@code imap} or {@code pop3}. */
    public String protocol() {
        return protocol;
    }

    /** Return where the client came from. */
    public InetSocketAddress peer() {
        return peer;
    }

    /** Return whether the client is still there. */
    public synchronized boolean isOpen() {
        return open;
    }

    /** Return whether the client waits for news by {@code IDLE} at this moment. */
    public synchronized boolean isIdle() {
        return idle;
    }

    /** Return whether the client has said goodbye: {@code LOGOUT} or {@code QUIT}. */
    public synchronized boolean hasLoggedOut() {
        return loggedOut;
    }

    /**
     * Return how often the client has asked for news: by {@code NOOP}, {@code CHECK}, {@code STATUS}, and by opening a
     * folder; by POP3, by its login.
     */
    public synchronized int polls() {
        return polls;
    }

    /** Return what the client has done so far, one line each; what it repeats at once stands there once. */
    public List<String> actions() {
        return done().stream().map(ClientAction::toString).toList();
    }

    /** Return whether the client has fetched something of the body of a message, or has marked it as read. */
    public boolean hasRead(MailSource message) {
        return hasFetchedBodyOf(message) || hasSeen(message);
    }

    /** Return whether the client has made a message a read one; whoever retrieves one by POP3 has. */
    public boolean hasSeen(MailSource message) {
        return did(SETTING_SEEN, message);
    }

    /** Return whether the client has fetched something of the body of a message and left it unread. */
    public boolean hasPeekedAt(MailSource message) {
        return hasFetchedBodyOf(message) && !hasSeen(message);
    }

    /** Return whether the client has fetched something of the body of a message. */
    public boolean hasFetchedBodyOf(MailSource message) {
        return did(OF_THE_BODY, message);
    }

    /** Return whether the client has moved a message to a folder, be it by copying and deleting it. */
    public boolean hasMoved(MailSource message, String folder) {
        return actionsOn(message, ClientAction.Kind.MOVED)
                        .anyMatch(move -> move.detail().equals(folder))
                || actionsOn(message, ClientAction.Kind.COPIED)
                        .filter(copy -> copy.detail().equals(folder))
                        .anyMatch(copy -> actionsOn(message, ClientAction.Kind.DELETED)
                                .anyMatch(removal -> removal.folder().equals(copy.folder())));
    }

    /** Return whether the client has removed a message for good: it, and every copy that the client has made of it. */
    public boolean hasDeleted(MailSource message) {
        return actionsOn(message, ClientAction.Kind.DELETED).count()
                > actionsOn(message, ClientAction.Kind.COPIED).count();
    }

    /** Return whether the client has changed a message: its flags, or its place. */
    public boolean hasChanged(MailSource message) {
        return did(CHANGES, message);
    }

    /** Return who it is, and the last that it did. */
    @Override
    public synchronized String toString() {
        int earlier = Math.max(0, actions.size() - MOST_ACTIONS);
        String left = earlier == 0 ? "" : "\n    (" + earlier + " earlier actions left out)";
        return name() + ", " + state()
                + actions.stream()
                        .skip(earlier)
                        .map(action -> "\n    " + action)
                        .collect(Collectors.joining("", left, ""));
    }

    /** Return its number and its protocol, such as {@code #1 by IMAP}. */
    String name() {
        return "#" + number + " by " + protocol.toUpperCase(Locale.ROOT);
    }

    /** Return what the client has done to a message, each as it would be said of {@code it}. */
    List<ClientAction> actionsOn(MailSource message) {
        return done().stream().filter(action -> isAbout(action, message)).toList();
    }

    /** Return which messages the client has deleted from a folder, as the end of a sentence; empty if none. */
    String deletedFrom(String folder) {
        String deleted = done().stream()
                .filter(action -> action.kind() == ClientAction.Kind.DELETED)
                .filter(action -> action.folder().equals(folder))
                .map(ClientAction::firstMessages)
                .collect(Collectors.joining(", "));
        return deleted.isEmpty() ? "" : "; it deleted " + deleted + " from there";
    }

    /** Return what the client has done with bodies of messages. */
    List<ClientAction> fetchedBodies() {
        return done().stream()
                .filter(action -> OF_THE_BODY.contains(action.kind()))
                .toList();
    }

    /** Take note, and return whether it is not what the client did just before. */
    synchronized boolean add(ClientAction action) {
        polls += action.kind() == ClientAction.Kind.POLLED ? 1 : 0;
        boolean repeated = action.kind() != ClientAction.Kind.COPIED
                && !actions.isEmpty()
                && actions.get(actions.size() - 1).equals(action);
        return !repeated && actions.add(action);
    }

    synchronized void idle(boolean idles) {
        idle = idles;
    }

    /** Take note of the end, and return whether that is news. */
    synchronized boolean end(boolean saidGoodbye) {
        boolean ended = open;
        loggedOut |= open && saidGoodbye;
        open = false;
        idle = false;
        return ended;
    }

    boolean hasIdled() {
        return done().stream().anyMatch(action -> action.kind() == ClientAction.Kind.IDLED);
    }

    private String state() {
        String present = idle ? "idling" : "still connected";
        return open ? present : loggedOut ? "logged out" : "left without a goodbye";
    }

    private synchronized List<ClientAction> done() {
        return List.copyOf(actions);
    }

    private boolean did(Set<ClientAction.Kind> kinds, MailSource message) {
        return done().stream()
                .filter(action -> kinds.contains(action.kind()))
                .anyMatch(action -> isAbout(action, message));
    }

    private Stream<ClientAction> actionsOn(MailSource message, ClientAction.Kind kind) {
        return done().stream().filter(action -> action.kind() == kind && isAbout(action, message));
    }

    private static boolean isAbout(ClientAction action, MailSource message) {
        return action.messages().stream().map(StoredMessage::octets).anyMatch(SameBytes.as(message)::areThoseOf);
    }
}

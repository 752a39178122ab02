package io.github.postfixture.mail.reader;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.timeline.InWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on the {@link Readers} of a mailbox. What one of them should do is awaited, within the timeout of the
 * server; what none should do is verified of what they did so far.
 */
public class ReadersAssert extends AbstractExplainedAssert<ReadersAssert, Readers> {

    ReadersAssert(Readers actual) {
        super(actual, ReadersAssert.class);
        hideSubject();
    }

    /** Verify that one fetches something of the body of a message, or marks it as read. */
    public ReadersAssert haveRead(MailSource message) {
        return verifyOne("be read", message, session -> session.hasRead(message));
    }

    /** Verify that one makes a message a read one: {@code \Seen} by IMAP; by POP3, by retrieving it. */
    public ReadersAssert haveSeen(MailSource message) {
        return verifyOne("be marked as read", message, session -> session.hasSeen(message));
    }

    /** Verify that one fetches something of the body of a message, and that none makes it a read one. */
    public ReadersAssert havePeekedAt(MailSource message) {
        verifyOne("be peeked at", message, session -> session.hasFetchedBodyOf(message));
        return verifyNone("stay unread", message, session -> session.hasSeen(message));
    }

    /** Verify that one moves a message to a folder, by {@code MOVE} or by copying and deleting it. */
    public ReadersAssert haveMoved(MailSource message, String folder) {
        return verifyOne("be moved to " + folder, message, session -> session.hasMoved(message, folder));
    }

    /** Verify that one removes a message for good. */
    public ReadersAssert haveDeleted(MailSource message) {
        return verifyOne("be deleted", message, session -> session.hasDeleted(message));
    }

    /** Verify that none has changed a message: its flags, or its place. */
    public ReadersAssert haveLeftAlone(MailSource message) {
        return verifyNone("be left alone", message, session -> session.hasChanged(message));
    }

    /** Verify that none has fetched something of the body of a message. */
    public ReadersAssert haveFetchedNoBodyOf(MailSource message) {
        return verifyNone("have its body left unfetched", message, session -> session.hasFetchedBodyOf(message));
    }

    /** Verify that none has fetched something of a body, of whatever message. */
    public ReadersAssert haveFetchedNoBody() {
        List<String> fetched = actual.all().stream()
                .flatMap(session -> session.fetchedBodies().stream().map(action -> session.name() + " " + action))
                .toList();
        return verify("readers of " + place() + " to fetch no body", fetched.isEmpty(), () -> fetched.get(0));
    }

    /** Verify that one waits for news by {@code IDLE}, or has done so. */
    public ReadersAssert haveIdled() {
        return verify(
                "a reader of " + place() + " to idle" + inTime(),
                actual.await("a client that idles", ReadingSession::hasIdled).isPresent(),
                () -> "none did");
    }

    /** Verify that there are sessions, and that every one ends with {@code LOGOUT} or {@code QUIT}. */
    public ReadersAssert haveLoggedOut() {
        actual.awaitAll("the end of every session", session -> !session.isOpen());
        return verify(
                "all readers of " + place() + " to log out" + inTime(),
                actual.haveAll(ReadingSession::hasLoggedOut),
                () -> names(session -> !session.hasLoggedOut()) + " did not");
    }

    /** Verify that they have asked for news no more than so often; see {@link ReadingSession#polls()}. */
    public ReadersAssert havePolledAtMost(int times) {
        int polls = actual.polls();
        return verify(
                "readers of " + place() + " to poll " + Quantity.of(times, "time") + " at most",
                polls <= times,
                () -> "they did " + Quantity.of(polls, "time"));
    }

    /** Verify that no more than so many were there at the same time. */
    public ReadersAssert haveHeldAtMostConnections(int count) {
        int most = actual.mostAtOnce();
        return verify(
                "readers of " + place() + " to hold " + Quantity.of(count, "connection") + " at most",
                most <= count,
                () -> "they held " + most);
    }

    /** Go on to the sessions so far. */
    public ListAssert<ReadingSession> sessions() {
        return Assertions.assertThat(actual.all()).as("sessions of mailbox " + actual.address());
    }

    private ReadersAssert verifyOne(String expectation, MailSource message, Predicate<ReadingSession> condition) {
        String expected = quoted(message) + " in " + place() + " to " + expectation + inTime();
        return verify(
                expected,
                actual.await(quoted(message) + " in " + place() + " to " + expectation, condition)
                        .isPresent(),
                () -> done(message, session -> true).orElse("no reader touched it"));
    }

    private ReadersAssert verifyNone(String expectation, MailSource message, Predicate<ReadingSession> condition) {
        return verify(
                quoted(message) + " in " + place() + " to " + expectation,
                actual.all().stream().noneMatch(condition),
                () -> done(message, condition).orElseThrow());
    }

    private ReadersAssert verify(String expectation, boolean fulfilled, Supplier<String> instead) {
        if (!fulfilled) {
            boolean nobody = actual.all().isEmpty();
            throw failing(FailureMessage.expected(expectation, nobody ? "nobody logged in" : instead.get())
                    .with(nobody ? actual.mistakes().strip().replace("\n  ", "\n") : "The readers are:\n" + actual));
        }
        return this;
    }

    /** Return what some did to a message; nothing if they did nothing to it. */
    private Optional<String> done(MailSource message, Predicate<ReadingSession> condition) {
        return actual.all().stream()
                .filter(condition)
                .flatMap(session -> told(session, message).stream())
                .reduce((one, other) -> one + "; " + other);
    }

    private static Optional<String> told(ReadingSession session, MailSource message) {
        List<ClientAction> actions = telling(session.actionsOn(message));
        String marking = actions.stream().anyMatch(ReadersAssert::marksSilently)
                ? ", which sets \\Seen (BODY.PEEK[..] does not)"
                : "";
        return actions.stream()
                .map(ClientAction::toIt)
                .distinct()
                .reduce((one, other) -> one + " and " + other)
                .map(words -> session.name() + " " + words + marking + leftBehind(actions, session));
    }

    /** Leave out what is not about the body, nor a change, if there is more to tell. */
    private static List<ClientAction> telling(List<ClientAction> actions) {
        List<ClientAction> telling = actions.stream()
                .filter(action -> action.kind() != ClientAction.Kind.FETCHED)
                .toList();
        return telling.isEmpty() ? actions : telling;
    }

    /** Say of a message that was copied only that it still lies where it was, and which others were deleted from there. */
    private static String leftBehind(List<ClientAction> actions, ReadingSession session) {
        boolean removed = actions.stream().anyMatch(action -> action.kind() == ClientAction.Kind.DELETED);
        return actions.stream()
                .filter(action -> action.kind() == ClientAction.Kind.COPIED && !removed)
                .findFirst()
                .map(copy -> " but did not delete it from " + copy.folder() + session.deletedFrom(copy.folder()))
                .orElse("");
    }

    private static boolean marksSilently(ClientAction action) {
        return action.kind() == ClientAction.Kind.READ && action.detail().contains("BODY[");
    }

    private String names(Predicate<ReadingSession> condition) {
        return actual.all().stream().filter(condition).map(ReadingSession::name).collect(Collectors.joining(", "));
    }

    private static String quoted(MailSource message) {
        return '"' + message.subject() + '"';
    }

    private String place() {
        return "mailbox " + actual.address();
    }

    private String inTime() {
        return " within " + InWords.of(actual.timeout());
    }
}

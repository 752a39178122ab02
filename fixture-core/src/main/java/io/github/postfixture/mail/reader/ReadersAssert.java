package io.github.postfixture.mail.reader;

import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.timeline.InWords;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on the {@link Readers} of a mailbox. What one of them should do is awaited, within the timeout of the
 * server; what none should do is verified of what they did so far.
 */
public class ReadersAssert extends AbstractAssert<ReadersAssert, Readers> {

    ReadersAssert(Readers actual) {
        super(actual, ReadersAssert.class);
    }

    /** Verify that one fetches something of the body of a message, or marks it as read. */
    public ReadersAssert haveRead(MailSource message) {
        return verifyOne("to have read", message, session -> session.hasRead(message));
    }

    /** Verify that one makes a message a read one: {@code \Seen} by IMAP; by POP3, by retrieving it. */
    public ReadersAssert haveSeen(MailSource message) {
        return verifyOne("to have marked as read", message, session -> session.hasSeen(message));
    }

    /** Verify that one fetches something of the body of a message, and that none makes it a read one. */
    public ReadersAssert havePeekedAt(MailSource message) {
        verifyOne("to have peeked at", message, session -> session.hasFetchedBodyOf(message));
        return verifyNone("to have left unread", message, session -> session.hasSeen(message));
    }

    /** Verify that one moves a message to a folder, by {@code MOVE} or by copying and deleting it. */
    public ReadersAssert haveMoved(MailSource message, String folder) {
        return verifyOne("to have moved to " + folder, message, session -> session.hasMoved(message, folder));
    }

    /** Verify that one removes a message for good. */
    public ReadersAssert haveDeleted(MailSource message) {
        return verifyOne("to have deleted", message, session -> session.hasDeleted(message));
    }

    /** Verify that none has changed a message: its flags, or its place. */
    public ReadersAssert haveLeftAlone(MailSource message) {
        return verifyNone("to have left alone", message, session -> session.hasChanged(message));
    }

    /** Verify that none has fetched something of the body of a message. */
    public ReadersAssert haveFetchedNoBodyOf(MailSource message) {
        return verifyNone("to have fetched no body of", message, session -> session.hasFetchedBodyOf(message));
    }

    /** Verify that none has fetched something of a body, of whatever message. */
    public ReadersAssert haveFetchedNoBody() {
        return verify("to have fetched no body", actual.all().stream().noneMatch(ReadingSession::hasFetchedBodies));
    }

    /** Verify that one waits for news by {@code IDLE}, or has done so. */
    public ReadersAssert haveIdled() {
        return verify(
                "to have idled" + inTime(),
                actual.await("a client that idles", ReadingSession::hasIdled).isPresent());
    }

    /** Verify that there are sessions, and that every one ends with {@code LOGOUT} or {@code QUIT}. */
    public ReadersAssert haveLoggedOut() {
        actual.awaitAll("the end of every session", session -> !session.isOpen());
        return verify("to have logged out, all of them" + inTime(), actual.haveAll(ReadingSession::hasLoggedOut));
    }

    /** Verify that they have asked for news no more than so often; see {@link ReadingSession#polls()}. */
    public ReadersAssert havePolledAtMost(int times) {
        int polls = actual.polls();
        return verify("to have asked for news " + times + " times at most, not " + polls, polls <= times);
    }

    /** Verify that no more than so many were there at the same time. */
    public ReadersAssert haveHeldAtMostConnections(int count) {
        int most = actual.mostAtOnce();
        return verify("to have held " + count + " connections at most, not " + most, most <= count);
    }

    /** Go on to the sessions so far. */
    public ListAssert<ReadingSession> sessions() {
        return Assertions.assertThat(actual.all()).as("sessions of mailbox " + actual.address());
    }

    private ReadersAssert verifyOne(String expectation, MailSource message, Predicate<ReadingSession> condition) {
        return verify(
                expectation + inTime() + ":\n    " + message,
                actual.await("a client " + expectation + " " + message, condition)
                        .isPresent());
    }

    private ReadersAssert verifyNone(String expectation, MailSource message, Predicate<ReadingSession> deed) {
        return verify(expectation + ":\n    " + message, actual.all().stream().noneMatch(deed));
    }

    private ReadersAssert verify(String expectation, boolean fulfilled) {
        if (!fulfilled) {
            throw failure(
                    "%nExpecting the readers of mailbox %s%n  %s%nbut they are:%n%s",
                    actual.address(), expectation, actual);
        }
        return this;
    }

    private String inTime() {
        return " within " + InWords.of(actual.timeout());
    }
}

package io.github.postfixture.mail.reader;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.await.Expectation;
import io.github.postfixture.timeline.Timeline;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * Those who read a {@link io.github.postfixture.mail.Mailbox} by IMAP and POP3: a session for every login, in the order in which they logged in.
 * It grows as they come; safe for use by several threads.
 *
 * <p>A message is recognised by its bytes.
 */
public final class Readers implements AssertProvider<ReadersAssert> {

    private static final int MOST_SESSIONS = 5;

    private final String address;
    private final Timeline timeline;
    private final Duration timeout;
    private final Supplier<List<String>> mistakenLogins;
    private final List<ReadingSession> sessions = new ArrayList<>();
    private int begun;
    private int open;
    private int mostOpen;

    /**
     * Begin without one.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Readers(String address, Timeline timeline, Duration timeout, Supplier<List<String>> mistakenLogins) {
        this.address = address;
        this.timeline = timeline;
        this.timeout = timeout;
        this.mistakenLogins = mistakenLogins;
    }

    /** Return every session so far, in the order of the logins. */
    public synchronized List<ReadingSession> all() {
        return List.copyOf(sessions);
    }

    /**
     * Return how many were there at the same time, at most. One that breaks its connection counts until the server
     * notices; one that says goodbye, until then.
     */
    public synchronized int mostAtOnce() {
        return mostOpen;
    }

    /** Return how often all of them have asked for news; see {@link ReadingSession#polls()}. */
    public int polls() {
        return all().stream().mapToInt(ReadingSession::polls).sum();
    }

    @Override
    public ReadersAssert assertThat() {
        return new ReadersAssert(this);
    }

    /** Return who they are, and the last that they did. */
    @Override
    public String toString() {
        List<ReadingSession> all = all();
        int earlier = Math.max(0, all.size() - MOST_SESSIONS);
        String note = earlier == 0 ? "" : "  (" + earlier + " earlier ones left out)\n";
        return all.isEmpty()
                ? "  (none)" + mistakes()
                : all.stream().skip(earlier).map(session -> "  " + session).collect(Collectors.joining("\n", note, ""));
    }

    /** Return what they did instead of what was waited for, from the word but on. */
    private String seen() {
        return all().isEmpty() ? " but nobody logged in." + mistakes() : " but none did.\nThe readers are:\n" + this;
    }

    /** Return the logins that were mistaken, a line each, each with a line feed before it. */
    String mistakes() {
        return mistakenLogins.get().stream().map(mistake -> "\n  " + mistake).collect(Collectors.joining());
    }

    String address() {
        return address;
    }

    Duration timeout() {
        return timeout;
    }

    /**
     * Wait for a session that fulfils the condition, for the timeout of the server.
     *
     * @param what such a session in words, such as {@code a client that idles}
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Optional<ReadingSession> await(String what, Predicate<ReadingSession> condition) {
        return await(what, () -> all().stream().filter(condition).findFirst());
    }

    /** Wait until all sessions there are fulfil the condition, for the timeout of the server. */
    boolean awaitAll(String what, Predicate<ReadingSession> condition) {
        return await(what, () -> haveAll(condition) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /**
     * Return the failure of a wait in vain for a session, with what they did instead.
     *
     * @param what such a session in words
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public AssertionError missing(String what) {
        return Expectation.of(what + " in mailbox " + address, timeout).failure(seen(), timeline);
    }

    private <T> Optional<T> await(String what, Supplier<Optional<T>> question) {
        return Deadline.waitingFor(what + " in mailbox " + address, timeout).await(timeline, question);
    }

    /** Return whether there are sessions, and all fulfil the condition. */
    boolean haveAll(Predicate<ReadingSession> condition) {
        List<ReadingSession> all = all();
        return !all.isEmpty() && all.stream().allMatch(condition);
    }

    /**
     * Begin a session of somebody who has just logged in.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public synchronized ReaderLog begin(String protocol, InetSocketAddress peer) {
        ReadingSession session = new ReadingSession(++begun, protocol, peer);
        sessions.add(session);
        open++;
        mostOpen = Math.max(mostOpen, open);
        return new Log(session);
    }

    /**
     * Forget the sessions that have ended.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public synchronized void clear() {
        sessions.removeIf(session -> !session.isOpen());
        mostOpen = open;
    }

    private synchronized void end() {
        open--;
    }

    /**
     * On the timeline: what a client did, and whose mailbox it is.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public record OfMailbox(String address, ClientAction action) {

        @Override
        public String toString() {
            return address + " " + action;
        }
    }

    /** Writes down what a client does, and wakes those who wait for it. */
    private final class Log implements ReaderLog {

        private final ReadingSession session;

        Log(ReadingSession session) {
            this.session = session;
        }

        @Override
        public void did(ClientAction action) {
            if (session.add(action)) {
                timeline.append(session.protocol(), new OfMailbox(address, action));
            }
        }

        @Override
        public void idles(boolean idles) {
            session.idle(idles);
            if (idles) {
                timeline.append(session.protocol(), address + " idles");
            }
        }

        @Override
        public void left(boolean saidGoodbye) {
            if (session.end(saidGoodbye)) {
                end();
                timeline.append(
                        session.protocol(), address + (saidGoodbye ? " logged out" : " left without a goodbye"));
            }
        }
    }
}

package io.github.postfixture.mail.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;

/** What could not be done in a synchronisation: one thing that fails does not keep the others from being done. */
final class SyncFailures {

    private static final int MOST_RECONNECTIONS = 3;

    private final RemoteMailbox remote;
    private final List<String> texts;
    private int reconnections;

    SyncFailures(RemoteMailbox remote, List<String> texts) {
        this.remote = remote;
        this.texts = texts;
    }

    void add(String text) {
        texts.add(text);
    }

    /**
     * Try something, and connect again if the server hangs up.
     *
     * @return whether it was done
     * @throws IOException if the server does not answer any more, or has hung up too often
     */
    boolean attempt(String what, Attempt attempt) throws IOException {
        try {
            attempt.run();
            return true;
        } catch (CommandRefusedException e) {
            texts.add(what + ": " + e.getMessage());
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            reconnections++;
            if (reconnections > MOST_RECONNECTIONS) {
                throw e;
            }
            texts.add(what + ": " + e.getMessage());
            remote.reconnect();
        }
        return false;
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Attempt {

        void run() throws IOException;
    }
}

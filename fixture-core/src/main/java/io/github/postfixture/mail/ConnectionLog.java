package io.github.postfixture.mail;

import io.github.postfixture.Endpoint;
import io.github.postfixture.explanation.Listing;
import io.github.postfixture.net.Connection;
import io.github.postfixture.net.NeverConnected;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who connected to hand over mail, and what became of them. Safe for use by several threads. */
final class ConnectionLog {

    private static final int MOST = 5;

    private final Set<Endpoint> endpoints = new LinkedHashSet<>();
    private final Set<Connection> present = new LinkedHashSet<>();
    private final Deque<Connection> gone = new ArrayDeque<>();

    /** Take note of where mail can be handed over. */
    synchronized void expectedAt(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    synchronized void came(Connection connection) {
        present.add(connection);
    }

    synchronized void left(Connection connection) {
        present.remove(connection);
        if (gone.size() == MOST) {
            gone.removeFirst();
        }
        gone.addLast(connection);
    }

    /** Return why nothing was handed over, as far as that shows in who connected; a line feed in front. */
    synchronized String inWords() {
        List<String> callers = new ArrayList<>();
        gone.forEach(connection -> callers.add(connection.client() + ", and left"));
        present.stream().limit(MOST).forEach(connection -> callers.add(connection.client() + ", and is still there"));
        return callers.isEmpty()
                ? NeverConnected.inWords(endpoints, "smtp()")
                : "\nWho connected:\n" + Listing.of(callers);
    }
}

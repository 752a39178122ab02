package io.github.postfixture.mail;

import io.github.postfixture.Endpoint;
import io.github.postfixture.explanation.Listing;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.net.NeverConnected;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.timeline.Subject;
import io.github.postfixture.timeline.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who connected, where, and what became of them, in this test and in earlier ones. Safe for use by several threads. */
final class ConnectionLog {

    private static final int MOST = 5;

    private final Timeline timeline;
    private final Map<MailProtocol, Endpoint> endpoints = new EnumMap<>(MailProtocol.class);
    private final Map<MailProtocol, Integer> now = new EnumMap<>(MailProtocol.class);
    private final Map<MailProtocol, Integer> before = new EnumMap<>(MailProtocol.class);
    private final Map<MailProtocol, Mistaken> mistaken = new LinkedHashMap<>();
    private final Set<Client> present = new LinkedHashSet<>();
    private final Deque<Client> gone = new ArrayDeque<>();
    private Optional<Subject> test = Optional.empty();

    /** Begin without a connection, on the timeline that knows which test it is about. */
    ConnectionLog(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Clients that took an endpoint for what it is not.
     *
     * @param mistake what the first of them did
     * @param times how many there were
     */
    record Mistaken(Endpoint endpoint, ProtocolMistake mistake, int times) {

        private Mistaken and(Mistaken other) {
            return new Mistaken(endpoint, mistake, times + other.times);
        }
    }

    private record Client(MailProtocol protocol, Connection connection) {

        String gone() {
            return connection.client() + ", and left";
        }

        String present() {
            return connection.client() + ", and is still there";
        }
    }

    /** Take note of where somebody can connect. */
    synchronized void expectedAt(MailProtocol protocol, Endpoint endpoint) {
        endpoints.put(protocol, endpoint);
    }

    /** Count those as earlier who connected to the server that had the ports before. */
    void succeeds(ConnectionLog previous) {
        Map<MailProtocol, Integer> earlier = previous.all();
        synchronized (this) {
            earlier.forEach((protocol, count) -> before.merge(protocol, count, Integer::sum));
        }
    }

    private synchronized Map<MailProtocol, Integer> all() {
        Map<MailProtocol, Integer> all = new EnumMap<>(before);
        now.forEach((protocol, count) -> all.merge(protocol, count, Integer::sum));
        return all;
    }

    synchronized void came(MailProtocol protocol, Connection connection) {
        turn();
        present.add(new Client(protocol, connection));
        now.merge(protocol, 1, Integer::sum);
    }

    synchronized void left(MailProtocol protocol, Connection connection) {
        turn();
        Client client = new Client(protocol, connection);
        present.remove(client);
        if (gone.size() == MOST) {
            gone.removeFirst();
        }
        gone.addLast(client);
        mistakeOf(client).ifPresent(mistake -> mistaken.merge(protocol, mistake, Mistaken::and));
    }

    /** Begin anew when another test begins. */
    private void turn() {
        Optional<Subject> current = timeline.subject();
        if (!current.equals(test)) {
            test = current;
            now.forEach((protocol, count) -> before.merge(protocol, count, Integer::sum));
            now.clear();
            gone.clear();
            mistaken.clear();
        }
    }

    private Optional<Mistaken> mistakeOf(Client client) {
        MailProtocol protocol = client.protocol();
        Optional<ProtocolMistake> mistake =
                ProtocolMistake.of(protocol, client.connection().firstBytes());
        boolean silent =
                protocol.isEncrypted() && client.connection().firstBytes().areNone();
        return mistake.or(() -> silent ? Optional.of(ProtocolMistake.silenceAt(protocol)) : Optional.empty())
                .flatMap(one -> Optional.ofNullable(endpoints.get(protocol)).map(where -> new Mistaken(where, one, 1)));
    }

    /** Return the mistake that most clients of this test made, if one did. */
    synchronized Optional<Mistaken> mistake() {
        turn();
        Map<MailProtocol, Mistaken> all = new LinkedHashMap<>(mistaken);
        present.forEach(
                client -> mistakeOf(client).ifPresent(mistake -> all.merge(client.protocol(), mistake, Mistaken::and)));
        return all.values().stream().max(Comparator.comparingInt(Mistaken::times));
    }

    /** Return an endpoint for readers to which clients came and left without sending anything, if there is one, and how many did. */
    synchronized Optional<String> silentReaders() {
        turn();
        List<Client> silent = gone.stream()
                .filter(client -> client.protocol().isForReaders())
                .filter(client -> client.connection().firstBytes().areNone())
                .toList();
        return silent.stream()
                .findFirst()
                .flatMap(client -> Optional.ofNullable(endpoints.get(client.protocol())))
                .map(where ->
                        "a client connected to " + where + (silent.size() == 1 ? "" : ", " + silent.size() + " times,")
                                + " and left without sending anything");
    }

    /** Return where mail can be handed over, such as {@code smtp://127.0.0.1:2525}; empty if nobody has asked. */
    synchronized String whereToSend() {
        return endpoints.entrySet().stream()
                .filter(known -> !known.getKey().isForReaders())
                .map(known -> known.getValue().toString())
                .collect(Collectors.joining(" or "));
    }

    /** Return whether somebody connected to hand over mail, in this test. */
    synchronized boolean hasSenders() {
        turn();
        return now.keySet().stream().anyMatch(protocol -> !protocol.isForReaders());
    }

    /** Return whether somebody did in an earlier test, and so knows where. */
    synchronized boolean hadSenders() {
        turn();
        return before.keySet().stream().anyMatch(protocol -> !protocol.isForReaders());
    }

    /** Return who connected in this test, and who before, in words; empty if nobody did. */
    synchronized List<String> counts() {
        turn();
        return Stream.of(counts(now, ""), counts(before, " in earlier tests"))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> counts(Map<MailProtocol, Integer> counted, String when) {
        return endpoints.entrySet().stream()
                .filter(known -> counted.containsKey(known.getKey()))
                .map(known -> known.getValue() + " had " + connections(counted.getOrDefault(known.getKey(), 0)) + when)
                .toList();
    }

    private static String connections(int count) {
        return count == 1 ? "1 connection" : count + " connections";
    }

    /** Return who connected to hand over mail and what they said, in lines, each with a line feed in front. */
    synchronized String senders() {
        turn();
        List<String> clients = new ArrayList<>();
        gone.stream().filter(client -> !client.protocol().isForReaders()).forEach(client -> clients.add(client.gone()));
        present.stream()
                .filter(client -> !client.protocol().isForReaders())
                .limit(MOST)
                .forEach(client -> clients.add(client.present()));
        return clients.isEmpty() ? "" : "\nWho connected:\n" + Listing.of(clients);
    }

    /** Return why nothing was handed over, as far as that shows in who connected; a line feed in front. */
    synchronized String inWords() {
        String senders = senders();
        List<Endpoint> known = endpoints.entrySet().stream()
                .filter(one -> !one.getKey().isForReaders())
                .map(Map.Entry::getValue)
                .toList();
        return senders.isEmpty() ? NeverConnected.inWords(known, "smtp()") : senders;
    }
}

package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.store.Delivery;
import io.github.postfixture.mail.store.MailboxDirectory;
import io.github.postfixture.net.Connection;
import io.github.postfixture.net.Listener;
import io.github.postfixture.net.Octets;
import io.github.postfixture.net.Workers;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** A store behind listeners of its own; everybody's password is {@code secret}. */
final class StoreServer implements MailboxDirectory, AutoCloseable {

    static final Instant RECEIVED = Instant.parse("2026-11-24T12:30:00Z");

    private final Timeline timeline = new Timeline();
    private final Map<String, List<Delivery>> deliveries = new ConcurrentHashMap<>();
    private final Map<String, Consumer<Delivery>> sinks = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final MailStore store;

    StoreServer() {
        this(Duration.ofSeconds(30));
    }

    StoreServer(Duration longestSilence) {
        store = new MailStore(this, timeline, StoreServer::tls, longestSilence);
    }

    static SSLContext tls() {
        return CertificateAuthority.ofThisJvm().serverContext();
    }

    Timeline timeline() {
        return timeline;
    }

    int imap() {
        return listen(store::serveImap);
    }

    int imaps() {
        return listen(encrypted(store::serveImap));
    }

    int pop3() {
        return listen(store::servePop3);
    }

    int pop3s() {
        return listen(encrypted(store::servePop3));
    }

    StoreServer deliver(String address, String message) {
        return deliver(address, message.getBytes(StandardCharsets.ISO_8859_1));
    }

    synchronized StoreServer deliver(String address, byte[] message) {
        Delivery delivery = new Delivery(Octets.of(message), RECEIVED);
        deliveries.computeIfAbsent(address, key -> new ArrayList<>()).add(delivery);
        Optional.ofNullable(sinks.get(address)).ifPresent(sink -> sink.accept(delivery));
        return this;
    }

    @Override
    public Optional<String> login(String login, String password) {
        return password.equals("secret") ? Optional.of(login) : Optional.empty();
    }

    @Override
    public synchronized void open(String address, Consumer<Delivery> sink) {
        deliveries.getOrDefault(address, List.of()).forEach(sink);
        sinks.put(address, sink);
    }

    @Override
    public void close() {
        Listener.closeAll(listeners);
    }

    private int listen(Protocol protocol) {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Listener listener =
                Listener.open("TEST", loopback, channel -> Workers.shared().execute(() -> serve(channel, protocol)));
        listeners.add(listener);
        return listener.port();
    }

    private void serve(SocketChannel channel, Protocol protocol) {
        try (Connection connection = new Connection(channel)) {
            protocol.serve(connection);
        } catch (IOException e) {
            timeline.append("test", "connection lost: " + e.getMessage());
        } catch (RuntimeException e) {
            timeline.append("test", "defect: " + e);
        }
    }

    private static Protocol encrypted(Protocol protocol) {
        return connection -> {
            connection.startTls(tls());
            protocol.serve(connection);
        };
    }

    @FunctionalInterface
    private interface Protocol {

        void serve(Connection connection) throws IOException;
    }
}

package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.sasl.TokenVerdict;
import io.github.postfixture.mail.store.Account;
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
final class StoreServer implements MailboxDirectory, SaslAccounts, AutoCloseable {

    static final Instant RECEIVED = Instant.parse("2026-11-24T12:30:00Z");

    private final Timeline timeline = new Timeline();
    private final Map<String, List<Delivery>> deliveries = new ConcurrentHashMap<>();
    private final Map<String, Consumer<Delivery>> sinks = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final GreenMailStore mailboxes = new GreenMailStore(this);
    private final Pop3Service store;

    StoreServer() {
        this(Duration.ofSeconds(30));
    }

    StoreServer(Duration longestSilence) {
        store = new Pop3Service(mailboxes, this, timeline, StoreServer::tls, longestSilence);
    }

    static SSLContext tls() {
        return CertificateAuthority.ofThisJvm().serverContext();
    }

    Timeline timeline() {
        return timeline;
    }

    Account account(String address) {
        return mailboxes.open(address);
    }

    int pop3() {
        return listen(store::serve);
    }

    int pop3s() {
        return listen(encrypted(store::serve));
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
    public List<SaslMechanism> mechanisms() {
        return SaslMechanism.all();
    }

    @Override
    public boolean accepts(String identity, String password) {
        return password.equals("secret");
    }

    @Override
    public Optional<String> password(String identity) {
        return Optional.of("secret");
    }

    @Override
    public boolean welcomesStrangers() {
        return false;
    }

    @Override
    public TokenVerdict token(String identity, String token) {
        return TokenVerdict.UNKNOWN;
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

package io.github.postfixture.mail.imap;

import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.greenmail.store.GreenMailStore;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.sasl.TokenVerdict;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.mail.store.MailboxDirectory;
import io.github.postfixture.mail.store.StoreDelivery;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.net.Listener;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** A server that speaks nothing but IMAP; everybody's password is {@code secret}, and everybody's token {@code valid}. */
final class ImapServer implements ImapHost, SaslAccounts, MailboxDirectory, AutoCloseable {

    static final String ALICE = "alice@example.org";
    static final Instant RECEIVED = Instant.parse("2026-11-24T12:30:00Z");
    /** When that is by the clock of this machine, as it is the zone of deliveries. */
    static final String INTERNALDATE = DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH)
            .format(RECEIVED.atZone(ZoneId.systemDefault()));

    static final ImapRules RULES = new ImapRules(true, false, Duration.ofSeconds(30));

    private final ImapRules rules;
    private final MailStore store = new GreenMailStore(this);
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<StoreDelivery>> sinks = new ConcurrentHashMap<>();
    private final Listener listener;

    ImapServer() {
        this(RULES);
    }

    ImapServer(ImapRules rules) {
        this.rules = rules;
        listener = Listener.open(
                "IMAP",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                channel -> Workers.shared().execute(() -> serve(channel)));
    }

    /** Return a client that has read the greeting. */
    ImapClient connect() throws IOException {
        ImapClient client = new ImapClient(listener.port());
        client.line();
        return client;
    }

    /** Return a client that has logged in. */
    ImapClient login(String address) throws IOException {
        ImapClient client = connect();
        client.command("l LOGIN " + address + " secret");
        return client;
    }

    /** Return a client of Alice's that has selected her inbox. */
    ImapClient alice() throws IOException {
        ImapClient client = login(ALICE);
        client.command("s SELECT INBOX");
        return client;
    }

    /** Put a message into Alice's inbox. */
    ImapServer deliver(String message) {
        StoredMailbox account = store.open(ALICE);
        Optional.ofNullable(sinks.get(account.address()))
                .orElseThrow()
                .accept(StoreDelivery.toInbox(Octets.of(message.getBytes(StandardCharsets.ISO_8859_1)), RECEIVED));
        return this;
    }

    int port() {
        return listener.port();
    }

    List<String> events() {
        return new ArrayList<>(events);
    }

    @Override
    public MailStore store() {
        return store;
    }

    @Override
    public SaslAccounts accounts() {
        return this;
    }

    @Override
    public ImapRules rules() {
        return rules;
    }

    @Override
    public SSLContext tls(Connection connection) {
        return CertificateAuthority.ofThisJvm().serverContext();
    }

    /** Script nothing. */
    @Override
    public Optional<Fault<? super ImapFault>> fault(Occasion occasion) {
        return Optional.empty();
    }

    @Override
    public void pause(Duration duration) {
        throw new AssertionError("Nothing is scripted");
    }

    @Override
    public void failed(Connection connection, Throwable cause) {
        events.add("failed: " + cause);
    }

    @Override
    public void report(String event) {
        events.add(event);
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
    public Optional<io.github.postfixture.account.Account> account(String identity) {
        return Optional.of(io.github.postfixture.account.Account.of(identity, "secret"));
    }

    @Override
    public boolean welcomesStrangers() {
        return false;
    }

    @Override
    public TokenVerdict token(String identity, String token) {
        return switch (token) {
            case "valid" -> TokenVerdict.VALID;
            case "expired" -> TokenVerdict.EXPIRED;
            default -> TokenVerdict.UNKNOWN;
        };
    }

    @Override
    public void open(String address, Consumer<StoreDelivery> sink) {
        sinks.put(address, sink);
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(SocketChannel channel) {
        try (Connection connection = new Connection(channel)) {
            new ImapSession(connection, this).run();
        } catch (IOException e) {
            events.add("connection lost: " + e.getMessage());
        } catch (RuntimeException e) {
            events.add("defect: " + e);
        }
    }
}

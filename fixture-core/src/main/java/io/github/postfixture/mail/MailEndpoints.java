package io.github.postfixture.mail;

import io.github.postfixture.Endpoint;
import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.net.BindAddress;
import io.github.postfixture.net.Listener;
import io.github.postfixture.net.Loopback;
import io.github.postfixture.net.PortOwner;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.connection.OpenConnections;
import io.github.postfixture.net.transcript.Dialogue;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.timeline.LateEvent;
import io.github.postfixture.timeline.TestStep.Kind;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The endpoints of a mail server; one opens when its port is given, or else when it is first asked for. */
final class MailEndpoints implements PortOwner, AutoCloseable {

    private static final Duration HANDSHAKE = Duration.ofSeconds(30);

    private final Map<MailProtocol, Integer> ports;
    private final ProtocolHandlers dialogues;
    private final MailTls tls;
    private final Timeline timeline;
    private final ConnectionLog callers;
    private final Reservation place;
    private final BindAddress whereabouts;
    private final OpenConnections connections = new OpenConnections();
    private final Map<MailProtocol, Endpoint> known = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Prepare endpoints.
     *
     * @param ports the protocols to speak, each with its port; 0 for any free port
     * @param callers who connects
     * @param place where the ports are
     * @param whereabouts what to bind
     */
    MailEndpoints(
            Map<MailProtocol, Integer> ports,
            ProtocolHandlers dialogues,
            MailTls tls,
            Timeline timeline,
            ConnectionLog callers,
            Reservation place,
            BindAddress whereabouts) {
        this.ports = ports;
        this.dialogues = dialogues;
        this.tls = tls;
        this.timeline = timeline;
        this.callers = callers;
        this.place = place;
        this.whereabouts = whereabouts;
    }

    /** Begin to answer, and bind the ports that are given. */
    MailEndpoints opened() {
        place.moveIn(this);
        try {
            ports.forEach((protocol, port) -> {
                if (port != 0) {
                    listen(protocol);
                }
            });
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Endpoint endpoint(MailProtocol protocol) {
        Endpoint endpoint = known.get(protocol);
        return endpoint == null ? listen(protocol) : endpoint;
    }

    /** Refuse to script a fault of protocols of which the server speaks none. */
    void requireOneOf(MailProtocol... protocols) {
        if (Stream.of(protocols).noneMatch(ports::containsKey)) {
            throw new IllegalStateException("This mail server does not speak " + protocols[0]
                    + ", so the fault would never strike; name it in MailServer.builder().protocols(..)");
        }
    }

    private Endpoint listen(MailProtocol protocol) {
        if (!ports.containsKey(protocol)) {
            throw new IllegalStateException(
                    "This mail server does not speak " + protocol + "; name it in MailServer.builder().protocols(..)");
        }
        if (closed) {
            throw new IllegalStateException("The mail server is closed; ask for its endpoints before");
        }
        InetSocketAddress address =
                new InetSocketAddress(whereabouts.address().orElse(Loopback.preferred()), ports.get(protocol));
        Listener listener = place.listeners(
                        protocol.name(), handler -> List.of(Listener.open(protocol.name(), address, handler)))
                .get(0);
        return open(
                protocol,
                new Endpoint(
                        protocol.scheme(), whereabouts.host(Loopback.preferred().getHostAddress()), listener.port()));
    }

    private Endpoint open(MailProtocol protocol, Endpoint endpoint) {
        known.put(protocol, endpoint);
        callers.expectedAt(protocol, endpoint);
        timeline.step(Kind.STEP, () -> "asks for " + endpoint);
        return endpoint;
    }

    /** Return those that are open so far. */
    List<Endpoint> known() {
        return known.values().stream()
                .sorted(Comparator.comparing(Endpoint::scheme))
                .toList();
    }

    /** Return the connections that are left open, once those that are about to end had time for it. */
    List<String> leftOpen(Duration patience) {
        return connections.awaitEnd(patience).stream()
                .map(name -> name + " was left open")
                .toList();
    }

    boolean isOpen() {
        return !closed;
    }

    /** Stop to accept; connections that are still open may finish their last command for a moment. */
    @Override
    public void close() {
        closed = true;
        place.leave();
    }

    @Override
    public void enter(String protocol, SocketChannel channel) {
        MailProtocol spoken = MailProtocol.valueOf(protocol);
        if (ports.containsKey(spoken)) {
            Workers.shared().execute(() -> serve(spoken, channel));
        } else {
            PortOwner.refuse(channel);
        }
    }

    @Override
    public void moveIn(PortOwner previous) {
        if (previous instanceof MailEndpoints before) {
            callers.succeeds(before.callers);
            before.known.forEach((protocol, endpoint) -> {
                if (ports.containsKey(protocol)) {
                    open(
                            protocol,
                            new Endpoint(
                                    endpoint.scheme(),
                                    whereabouts.host(Loopback.preferred().getHostAddress()),
                                    endpoint.port()));
                }
            });
        }
    }

    @Override
    public boolean isDone() {
        return closed;
    }

    @Override
    public void moveOut(PortOwner next) {
        connections.forEachOpen((protocol, which) -> next.hear(protocol, which + ", has to end"));
        dialogues.end();
        Level level = next instanceof MailEndpoints ? Level.DEBUG : Level.WARNING;
        connections.endSoon(connection -> tellOf(connection, level));
        timeline.passOn(event -> next.hear(event.source(), event.detail()));
    }

    @Override
    public void hear(String source, Object detail) {
        timeline.append(source, LateEvent.of(detail));
    }

    /** Name a connection that was broken; an application that goes on with the next server may well keep some. */
    private void tellOf(String connection, Level level) {
        String test = timeline.subject().map(about -> " of " + about.test()).orElse("");
        System.getLogger("io.github.postfixture")
                .log(
                        level,
                        "Broke " + connection + ", as it was still open a second after the server" + test
                                + " was closed");
    }

    private void serve(MailProtocol protocol, SocketChannel channel) {
        try (Connection connection = new Connection(channel)) {
            begin(protocol, connection);
            try {
                serveOrTell(protocol, connection);
            } finally {
                end(protocol, connection);
            }
        } catch (IOException e) {
            lost(protocol, e);
        }
    }

    private void begin(MailProtocol protocol, Connection connection) {
        connection.objectBy(first -> ProtocolMistake.of(protocol, first).map(ProtocolMistake::toString));
        connections.add(connection, protocol.scheme());
        callers.came(protocol, connection);
    }

    private void end(MailProtocol protocol, Connection connection) {
        connections.remove(connection);
        callers.left(protocol, connection);
        if (!protocol.isForReaders()) {
            noteDialogue(protocol, connection);
        }
    }

    /** Take note of a dialogue that neither brought a message nor failed to, and so is told by nothing else. */
    private void noteDialogue(MailProtocol protocol, Connection connection) {
        Transcript said = connection.transcript();
        if (timeline.subject().isPresent() && said.size() > 0 && !said.isContinuation()) {
            timeline.note(protocol.scheme(), new Dialogue(connection.peer(), said));
        }
    }

    private void serveOrTell(MailProtocol protocol, Connection connection) {
        try {
            serve(protocol, connection);
        } catch (IOException e) {
            lost(protocol, e);
        } catch (RuntimeException | Error e) {
            dialogues.parts().failed(protocol.scheme(), connection, e);
        }
    }

    private void lost(MailProtocol protocol, IOException cause) {
        timeline.append(protocol.scheme(), "connection lost: " + cause.getMessage());
    }

    private void serve(MailProtocol protocol, Connection connection) throws IOException {
        if (protocol.isEncrypted()) {
            connection.readTimeout(HANDSHAKE);
            connection.startTls(tls.at(protocol, connection));
        }
        if (protocol.isForReaders()) {
            timeline.append(protocol.scheme(), new Dialogue(connection.peer(), connection.transcript()));
        }
        dialogues.serve(protocol, connection);
    }
}

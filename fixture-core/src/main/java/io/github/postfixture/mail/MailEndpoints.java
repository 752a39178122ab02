package io.github.postfixture.mail;

import io.github.postfixture.Endpoint;
import io.github.postfixture.net.Connection;
import io.github.postfixture.net.Listener;
import io.github.postfixture.net.OpenConnections;
import io.github.postfixture.net.Workers;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The listeners of a mail server; one opens when its port is given, or else when it is first asked for. */
final class MailEndpoints implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration HANDSHAKE = Duration.ofSeconds(30);

    private final Map<MailProtocol, Integer> ports;
    private final MailDialogues dialogues;
    private final Supplier<SSLContext> tls;
    private final Timeline timeline;
    private final Map<MailProtocol, Listener> listeners = new EnumMap<>(MailProtocol.class);
    private final OpenConnections connections = new OpenConnections();
    private boolean closed;

    /**
     * Bind the ports that are given.
     *
     * @param ports the protocols to speak, each with its port; 0 for any free port
     */
    MailEndpoints(
            Map<MailProtocol, Integer> ports, MailDialogues dialogues, Supplier<SSLContext> tls, Timeline timeline) {
        this.ports = ports;
        this.dialogues = dialogues;
        this.tls = tls;
        this.timeline = timeline;
        bindGivenPorts();
    }

    Endpoint endpoint(MailProtocol protocol) {
        return new Endpoint(protocol.scheme(), HOST, listener(protocol).port());
    }

    /** Stop to accept; connections that are still open may finish their last command for a moment. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Listener.closeAll(listeners.values());
            connections.endSoon();
        }
    }

    private void bindGivenPorts() {
        try {
            ports.forEach((protocol, port) -> {
                if (port != 0) {
                    listener(protocol);
                }
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private synchronized Listener listener(MailProtocol protocol) {
        Listener listener = listeners.get(protocol);
        if (listener == null) {
            listener = open(protocol);
            listeners.put(protocol, listener);
        }
        return listener;
    }

    private Listener open(MailProtocol protocol) {
        Integer port = ports.get(protocol);
        if (port == null) {
            throw new IllegalStateException(
                    "This mail server does not speak " + protocol + "; name it in MailServer.builder().protocols(..)");
        }
        if (closed) {
            throw new IllegalStateException("The mail server is closed; ask for its endpoints before");
        }
        return Listener.open(
                protocol.name(),
                new InetSocketAddress(loopback(), port),
                channel -> Workers.shared().execute(() -> serve(protocol, channel)));
    }

    private void serve(MailProtocol protocol, SocketChannel channel) {
        try (Connection connection = new Connection(channel)) {
            connections.add(connection);
            try {
                serve(protocol, connection);
            } finally {
                connections.remove(connection);
            }
        } catch (IOException e) {
            timeline.append(protocol.scheme(), "connection lost: " + e.getMessage());
        } catch (RuntimeException e) {
            timeline.append(protocol.scheme(), "connection dropped after a defect of the server: " + e);
        }
    }

    private void serve(MailProtocol protocol, Connection connection) throws IOException {
        if (protocol.isEncrypted()) {
            connection.readTimeout(HANDSHAKE);
            connection.startTls(tls.get());
        }
        dialogues.serve(protocol, connection);
    }

    /** Return the IPv4 loopback address, whatever the JVM prefers. */
    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}

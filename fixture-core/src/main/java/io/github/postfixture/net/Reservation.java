package io.github.postfixture.net;

import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * Ports that outlive the server behind them, for an application that learns its addresses once: one server after the
 * other answers there.
 *
 * <pre>{@code
 * try (Reservation place = Reservation.open()) {
 *     MailServer first = MailServer.builder().on(place).start();
 *     application.start(first.smtp().uri());
 *     first.close();
 *
 *     MailServer second = MailServer.builder().on(place).start();
 *     assertThat(second.smtp()).isEqualTo(first.smtp());
 * }
 * }</pre>
 *
 * <p>A port is bound when a server is first asked for it, and stays bound until the reservation is closed. A server
 * that is closed keeps answering until the next one starts; then its connections end, and what came after its end
 * stands on the timeline of the next one, as one that came late. A reservation is for one server at a time: one
 * for mail and another for web. Safe for use by several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Reservation implements AutoCloseable {

    private final Map<String, List<Listener>> listeners = new HashMap<>();
    private volatile PortOwner tenant = new NoOwner();
    private final boolean lasting;
    private boolean closed;

    private Reservation(boolean lasting) {
        this.lasting = lasting;
    }

    /** Reserve nothing yet: each port is bound when a server is first asked for it. */
    public static Reservation open() {
        return new Reservation(true);
    }

    /**
     * Reserve ports for one server, and close when it leaves.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static Reservation forOneServer() {
        return new Reservation(false);
    }

    /**
     * Let another tenant answer, in place of the one before. A server does this when it starts.
     *
     * @throws IllegalStateException if the one before is not done
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public synchronized void moveIn(PortOwner next) {
        if (!tenant.isDone()) {
            throw new IllegalStateException(
                    "Another server answers at these ports; close it before the next one starts,"
                            + " and let tests that share them run one after the other");
        }
        PortOwner previous = tenant;
        next.moveIn(previous);
        tenant = next;
        previous.moveOut(next);
    }

    /**
     * Return the listeners of a protocol.
     *
     * @param bind opens them, the first time
     * @throws IllegalStateException if the reservation is closed
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public synchronized List<Listener> listeners(
            String protocol, Function<Consumer<SocketChannel>, List<Listener>> bind) {
        if (closed) {
            throw new IllegalStateException("The reservation is closed; ask for endpoints before");
        }
        return listeners.computeIfAbsent(protocol, name -> bind.apply(channel -> tenant.enter(name, channel)));
    }

    /**
     * Let the tenant, who is done, answer until the next one comes, if there may be one.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public void leave() {
        if (!lasting) {
            close();
        }
    }

    /** Free the ports, and end the connections that came in there. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            List<Listener> all = new ArrayList<>();
            listeners.values().forEach(all::addAll);
            PortOwner last = tenant;
            last.willClose();
            Listener.closeAll(all);
            tenant = new NoOwner();
            last.moveOut(tenant);
        }
    }
}

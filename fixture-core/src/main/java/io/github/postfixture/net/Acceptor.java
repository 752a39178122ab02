package io.github.postfixture.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The one thread of the JVM that accepts connections, for every listener of every fixture. */
final class Acceptor implements Runnable {

    private static final Acceptor SHARED = start();

    private final Selector selector;
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();

    private Acceptor(Selector selector) {
        this.selector = selector;
    }

    static Acceptor shared() {
        return SHARED;
    }

    /**
     * Hand every connection that arrives at the channel to the handler, on the acceptor's thread; from
     * {@link #wakeUp()} on.
     */
    void register(ServerSocketChannel channel, Consumer<SocketChannel> handler) throws ClosedChannelException {
        channel.register(selector, SelectionKey.OP_ACCEPT, handler);
    }

    /** Begin to accept at the channels that were registered. */
    void wakeUp() {
        selector.wakeup();
    }

    /** Return once the selector has let go of closed channels, and so their ports are free. */
    void releaseClosed() {
        CountDownLatch released = new CountDownLatch(1);
        requests.add(released::countDown);
        selector.wakeup();
        awaitUninterruptibly(released);
    }

    @Override
    public void run() {
        while (true) {
            try {
                selector.select(this::accept);
                answerRequests();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot accept connections any more", e);
            }
        }
    }

    private static void awaitUninterruptibly(CountDownLatch released) {
        boolean interrupted = false;
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerRequests() throws IOException {
        if (!requests.isEmpty()) {
            selector.selectNow(this::accept);
            for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
                request.run();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void accept(SelectionKey key) {
        Consumer<SocketChannel> handler = (Consumer<SocketChannel>) key.attachment();
        try {
            ServerSocketChannel listening = (ServerSocketChannel) key.channel();
            for (SocketChannel channel = listening.accept(); channel != null; channel = listening.accept()) {
                handOver(channel, handler);
            }
        } catch (ClosedChannelException e) {
            key.cancel();
        } catch (IOException e) {
            // No file descriptor is left, say: the connection waits in the backlog until there is one.
        }
    }

    /** Hand over one connection; whatever becomes of it, the next ones are accepted. */
    private static void handOver(SocketChannel channel, Consumer<SocketChannel> handler) throws IOException {
        try {
            handler.accept(channel);
        } catch (RuntimeException | OutOfMemoryError e) {
            channel.close();
        }
    }

    private static Acceptor start() {
        try {
            Acceptor acceptor = new Acceptor(Selector.open());
            Thread thread = new Thread(acceptor, "postfixture-acceptor");
            thread.setDaemon(true);
            thread.start();
            return acceptor;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a selector", e);
        }
    }
}

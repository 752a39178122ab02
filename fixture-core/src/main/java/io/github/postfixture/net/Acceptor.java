package io.github.postfixture.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of the JVM that accepts connections, for every listener of every fixture. It starts with the first
 * listener; once it has retired, another one takes its place.
 */
final class Acceptor implements Runnable {

    private static volatile @Nullable Acceptor working;

    private final Selector selector;
    private final Thread thread = new Thread(this, "postfixture-acceptor");
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();

    private Acceptor(Selector selector) {
        this.selector = selector;
    }

    /** Hand every connection that arrives at the channel to the handler, on the acceptor's thread; from {@link #wakeUp()} on. */
    static synchronized void register(ServerSocketChannel channel, Consumer<SocketChannel> handler) throws IOException {
        Acceptor acceptor = working;
        if (acceptor == null) {
            acceptor = start();
            working = acceptor;
        }
        channel.register(acceptor.selector, SelectionKey.OP_ACCEPT, handler);
    }

    /** Begin to accept at the channels that were registered. */
    static void wakeUp() {
        Acceptor acceptor = working;
        if (acceptor != null) {
            acceptor.selector.wakeup();
        }
    }

    /** Return once the selector has let go of closed channels, and so their ports are free. */
    static void releaseClosed() {
        Acceptor acceptor = working;
        if (acceptor != null) {
            acceptor.letGo();
        }
    }

    /**
     * End the thread, if no channel is registered.
     *
     * @param last what else to do then; no channel is registered meanwhile
     */
    static synchronized void retire(Runnable last) {
        Acceptor acceptor = working;
        if (acceptor == null || acceptor.selector.keys().isEmpty()) {
            working = null;
            last.run();
            if (acceptor != null) {
                acceptor.stop();
            }
        }
    }

    @Override
    public void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::accept);
                answerRequests();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot accept connections any more", e);
        } catch (ClosedSelectorException e) {
            // It has retired.
        } finally {
            answer();
        }
    }

    private void letGo() {
        CountDownLatch released = new CountDownLatch(1);
        requests.add(released::countDown);
        selector.wakeup();
        if (!selector.isOpen()) {
            answer();
        }
        uninterruptibly(released::await);
    }

    private void stop() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the selector", e);
        }
        uninterruptibly(thread::join);
    }

    private void answerRequests() throws IOException {
        if (!requests.isEmpty()) {
            selector.selectNow(this::accept);
            answer();
        }
    }

    private void answer() {
        for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
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

    private static void uninterruptibly(Wait wait) {
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                wait.out();
                over = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Acceptor start() throws IOException {
        Acceptor acceptor = new Acceptor(Selector.open());
        acceptor.thread.setDaemon(true);
        acceptor.thread.start();
        return acceptor;
    }

    @FunctionalInterface
    private interface Wait {

        void out() throws InterruptedException;
    }
}

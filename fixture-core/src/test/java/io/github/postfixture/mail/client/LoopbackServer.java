package io.github.postfixture.mail.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts connections at a port of this machine, until it is closed. */
final class LoopbackServer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads;
    private final Conversation conversation;

    LoopbackServer(String name, Conversation conversation) throws IOException {
        this.conversation = conversation;
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                conversation.begin(listening.accept(), threads);
            } catch (IOException e) {
                // It was closed, or one connection failed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    /** What is done with a client, on these threads. */
    @FunctionalInterface
    interface Conversation {

        void begin(Socket client, ExecutorService threads) throws IOException;
    }
}

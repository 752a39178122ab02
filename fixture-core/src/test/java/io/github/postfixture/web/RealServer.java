package io.github.postfixture.web;

import io.github.postfixture.Endpoint;
import io.github.postfixture.RealClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A web server from outside the JVM, in the foreground and with all its files in a directory of its own. */
final class RealServer implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Process process;
    private final Path output;
    private final Endpoint endpoint;

    private RealServer(Process process, Path output, Endpoint endpoint) {
        this.process = process;
        this.output = output;
        this.endpoint = endpoint;
    }

    static RealServer nginx(Path home, Path root, String... more) throws IOException {
        String program = RealClient.pathOf("nginx");
        int port = freePort();
        Path configuration = configuration("nginx.conf", home, root, port, more);
        return start(home, port, program, "-p", "" + home, "-e", home + "/error.log", "-c", "" + configuration);
    }

    static RealServer apache(Path home, Path root, String... more) throws IOException {
        String program = RealClient.pathOf("apache2");
        int port = freePort();
        Path configuration = configuration("apache.conf", home, root, port, more);
        return start(home, port, program, "-X", "-d", "" + home, "-f", "" + configuration);
    }

    private static Path configuration(String name, Path home, Path root, int port, String... more) throws IOException {
        try (InputStream template = RealServer.class.getResourceAsStream("/real-servers/" + name)) {
            String text = new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    home.resolve(name),
                    text.replace("${home}", home.toString())
                            .replace("${root}", root.toString())
                            .replace("${more}", String.join("\n", more))
                            .replace("${port}", Integer.toString(port)));
        }
    }

    private static RealServer start(Path home, int port, String... command) throws IOException {
        Path output = home.resolve("output");
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        RealServer server = new RealServer(process, output, new Endpoint("http", "127.0.0.1", port));
        server.awaitConnection();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Try until it accepts a connection: a foreign program tells nobody when it is ready. */
    private void awaitConnection() throws IOException {
        long began = System.nanoTime();
        while (true) {
            try {
                new Socket(endpoint.host(), endpoint.port()).close();
                return;
            } catch (IOException e) {
                if (hasEnded() || System.nanoTime() - began > PATIENCE_NANOS) {
                    close();
                    throw new IOException("It did not start: " + Files.readString(output), e);
                }
            }
        }
    }

    /** Return whether the program ends within a moment. */
    private boolean hasEnded() {
        try {
            return process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}

package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.RealClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Dovecot in the foreground, with all its files in a directory of its own. Every user has the password {@code secret}
 * and a mailbox that begins empty.
 */
final class Dovecot implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Process process;
    private final Path output;
    private final Endpoint imap;

    private Dovecot(Process process, Path output, Endpoint imap) {
        this.process = process;
        this.output = output;
        this.imap = imap;
    }

    /**
     * Start one.
     *
     * @param location how it keeps mailboxes, such as {@code maildir:~/mail}
     */
    static Dovecot start(Path home, String location) throws IOException {
        String program = RealClient.pathOf("dovecot");
        int port = freePort();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(home.resolve("run"));
        prepareMailboxes(Files.createDirectories(home.resolve("mail")));
        Path configuration = configuration(home, location, port);
        Path output = home.resolve("output");
        Process process = new ProcessBuilder(program, "-F", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Dovecot dovecot = new Dovecot(process, output, new Endpoint("imap", "127.0.0.1", port));
        dovecot.awaitConnection();
        return dovecot;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Give the directory away, as Dovecot keeps no mailbox of root. */
    private static void prepareMailboxes(Path directory) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    directory,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("mail"));
        }
    }

    private static Path configuration(Path home, String location, int port) throws IOException {
        String user = System.getProperty("user.name");
        Map<String, String> values = Map.of(
                "home",
                home.toString(),
                "location",
                location,
                "port",
                Integer.toString(port),
                "service",
                isRoot() ? "dovecot" : user,
                "login",
                isRoot() ? "dovenull" : user,
                "mail",
                isRoot() ? "mail" : user);
        try (InputStream template = Dovecot.class.getResourceAsStream("/real-servers/dovecot.conf")) {
            String text = new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return Files.writeString(home.resolve("dovecot.conf"), text);
        }
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
                new Socket(imap.host(), imap.port()).close();
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

    Endpoint imap() {
        return imap;
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        process.onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }
}

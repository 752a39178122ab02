package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** Stands between a client and any IMAP server, and lets commands go wrong. */
final class FaultyRelay implements AutoCloseable {

    /** What happens to a command. */
    enum Fault {
        NONE,
        /** It is answered by NO, and the server never hears of it. */
        NO,
        /** The connection breaks before the server hears of it. */
        LOST,
        /** The server executes it, and the connection breaks before its answer. */
        UNANSWERED,
        /** The answer comes byte for byte. */
        SLOW
    }

    private final LoopbackServer listening;
    private final Function<String, Fault> faults;

    /**
     * Start it.
     *
     * @param faults tells for the name of a command, such as {@code UID MOVE}, what happens to it
     */
    FaultyRelay(Endpoint server, Function<String, Fault> faults) throws IOException {
        this.faults = faults;
        listening = new LoopbackServer("faulty-relay", (client, threads) -> {
            Session session = new Session(client, new Socket(server.host(), server.port()));
            threads.execute(session::passCommands);
            threads.execute(session::passAnswers);
        });
    }

    Endpoint imap() {
        return new Endpoint("imap", "127.0.0.1", listening.port());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private final class Session {

        private final Socket client;
        private final Socket server;
        private volatile String swallowed = "";
        private volatile boolean slow;

        Session(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void passCommands() {
            try (client;
                    server) {
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = server.getOutputStream();
                for (byte[] line = line(in); line.length > 0; line = line(in)) {
                    if (!pass(line, in, out)) {
                        return;
                    }
                }
            } catch (IOException e) {
                // One of both has left.
            }
        }

        /** Pass a command on with its literals; return whether the connection goes on. */
        private boolean pass(byte[] first, InputStream in, OutputStream out) throws IOException {
            String[] words =
                    new String(first, StandardCharsets.ISO_8859_1).strip().split(" ", 4);
            String name = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
            String whole = name.equals("UID") ? name + " " + words[2].toUpperCase(Locale.ROOT) : name;
            Fault fault = faults.apply(whole);
            slow = fault == Fault.SLOW;
            if (fault == Fault.NO) {
                client.getOutputStream()
                        .write((words[0] + " NO [UNAVAILABLE] Not now\r\n").getBytes(StandardCharsets.US_ASCII));
                return true;
            }
            if (fault == Fault.UNANSWERED) {
                swallowed = words[0] + " ";
            }
            if (fault != Fault.LOST) {
                passWithLiterals(first, in, out);
            }
            return fault != Fault.LOST;
        }

        private void passWithLiterals(byte[] first, InputStream in, OutputStream out) throws IOException {
            byte[] line = first;
            out.write(line);
            for (int literal = literal(line); literal >= 0; literal = literal(line)) {
                out.write(in.readNBytes(literal));
                line = line(in);
                out.write(line);
            }
        }

        void passAnswers() {
            try (client;
                    server) {
                InputStream in = new BufferedInputStream(server.getInputStream());
                OutputStream out = client.getOutputStream();
                for (byte[] line = line(in); line.length > 0; line = line(in)) {
                    if (!swallowed.isEmpty() && !new String(line, StandardCharsets.ISO_8859_1).startsWith("+")) {
                        if (new String(line, StandardCharsets.ISO_8859_1).startsWith(swallowed)) {
                            return;
                        }
                    } else if (slow) {
                        for (byte one : line) {
                            out.write(one);
                        }
                    } else {
                        out.write(line);
                    }
                }
            } catch (IOException e) {
                // One of both has left.
            }
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line.write(c);
            if (c == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    /** Return how many bytes a line announces; -1 if none. */
    private static int literal(byte[] line) {
        String text = new String(
                Arrays.copyOfRange(line, Math.max(0, line.length - 20), line.length), StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf('{');
        return start >= 0 && text.endsWith("}\r\n")
                ? Integer.parseInt(text.substring(start + 1, text.length() - 3))
                : -1;
    }
}

package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A server that says what the test makes it say. */
final class FakeServer implements AutoCloseable {

    private final LoopbackServer server;
    private final String scheme;
    private final Dialogue dialogue;

    private FakeServer(String scheme, Dialogue dialogue) throws IOException {
        this.scheme = scheme;
        this.dialogue = dialogue;
        server = new LoopbackServer("fake-server", (client, threads) -> threads.execute(() -> talk(client)));
    }

    /** Speak any protocol, or none. */
    static FakeServer of(String scheme, Dialogue dialogue) throws IOException {
        return new FakeServer(scheme, dialogue);
    }

    /** Begin an IMAP server that has an inbox with one message. */
    static Imap imap() {
        return new Imap();
    }

    /** Say this over and over, until the client leaves. */
    static FakeServer endless(String scheme, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return of(scheme, (in, out) -> {
            while (true) {
                out.write(bytes);
            }
        });
    }

    Endpoint endpoint() {
        return new Endpoint(scheme, "127.0.0.1", server.port());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            dialogue.talk(in, client.getOutputStream());
        } catch (IOException e) {
            // The client has left.
        }
    }

    /** What it says and hears. */
    @FunctionalInterface
    interface Dialogue {

        void talk(BufferedReader in, OutputStream out) throws IOException;
    }

    /** An IMAP server, answer by answer. */
    static final class Imap {

        private final Map<String, String> answers = new LinkedHashMap<>();

        Imap() {
            answer("CAPABILITY", "* CAPABILITY IMAP4rev1 UIDPLUS MOVE\r\n");
            answer("LIST \"\" \"\"", "* LIST (\\Noselect) \"/\" \"\"\r\n");
            answer("LIST", "* LIST () \"/\" INBOX\r\n");
            answer("SELECT", selected(1));
            answer("UID FETCH 1:*", row(1, 5));
            answer("UID FETCH", "* 1 FETCH (UID 5 BODY[] {22}\r\nSubject: one\r\n\r\nText\r\n)\r\n");
        }

        static String selected(long exists) {
            return "* " + exists + " EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n";
        }

        static String row(int number, long uid) {
            return "* " + number + " FETCH (UID " + uid + " FLAGS (\\Seen) RFC822.SIZE 22)\r\n";
        }

        /** Answer commands that begin like this, before the final OK; what is longer, or set later, goes first. */
        Imap answer(String command, String untagged) {
            answers.put(command, untagged);
            return this;
        }

        FakeServer start() throws IOException {
            return of("imap", (in, out) -> {
                say(out, "* OK Hello\r\n");
                for (String line = command(in, out); line != null; line = command(in, out)) {
                    String[] words = line.split(" ", 2);
                    say(out, words.length < 2 ? "" : answerTo(words[0], words[1].toUpperCase(Locale.ROOT)));
                }
            });
        }

        /** Read a command with its literals, which it has like quoted strings. */
        private static String command(BufferedReader in, OutputStream out) throws IOException {
            String line = in.readLine();
            while (line != null && line.endsWith("}")) {
                int start = line.lastIndexOf('{');
                char[] literal = new char[Integer.parseInt(line.substring(start + 1, line.length() - 1))];
                say(out, "+ Go on\r\n");
                for (int i = 0; i < literal.length; i++) {
                    literal[i] = (char) in.read();
                }
                line = line.substring(0, start) + '"' + new String(literal) + '"' + in.readLine();
            }
            return line;
        }

        private String answerTo(String tag, String command) {
            String answer = answers.keySet().stream()
                    .filter(start -> command.startsWith(start.toUpperCase(Locale.ROOT)))
                    .max((one, other) -> Integer.compare(one.length(), other.length()))
                    .map(answers::get)
                    .orElse("");
            return answer.contains("$TAG") ? answer.replace("$TAG", tag) : answer + tag + " OK Done\r\n";
        }

        private static void say(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}

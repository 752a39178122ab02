package io.github.postfixture.mail.hostile;

import io.github.postfixture.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Clients that talk nonsense: words that mean something, in an order that means nothing. */
enum Nonsense {
    SMTP(
            "EHLO x\r\n",
            "HELO x\r\n",
            "MAIL FROM:<a@example.org>\r\n",
            "MAIL FROM:<>\r\n",
            "RCPT TO:<b@example.org>\r\n",
            "DATA\r\n",
            "BDAT 3\r\n",
            "BDAT 2 LAST\r\n",
            "BDAT 99999999999999999999\r\n",
            "AUTH PLAIN\r\n",
            "AUTH LOGIN =\r\n",
            "RSET\r\n",
            ".\r\n",
            "..",
            "<",
            ">",
            "VRFY <<<>>>\r\n",
            "MAIL FROM:<\"\\\"@\"@[::1]> SIZE=1 BODY=8BITMIME\r\n",
            "RCPT TO:<@a,@b:c@d> NOTIFY=\r\n"),
    IMAP(
            "a LOGIN b@example.org secret\r\n",
            "a SELECT INBOX\r\n",
            "a EXAMINE ",
            "a FETCH 1:* (FLAGS BODY[] ENVELOPE BODYSTRUCTURE)\r\n",
            "a UID FETCH * BODY[1.MIME]<0.5>\r\n",
            "a SEARCH OR NOT (",
            "TEXT \"x",
            "a STORE 1 +FLAGS (\\Deleted \\Seen)\r\n",
            "a EXPUNGE\r\n",
            "a APPEND INBOX {3}\r\n",
            "a APPEND INBOX {3+}\r\nabc\r\n",
            "{99999999999}\r\n",
            "{5+}\r\n",
            "a IDLE\r\n",
            "DONE\r\n",
            "a AUTHENTICATE PLAIN\r\n",
            "*\r\n",
            "a LIST \"\" *\r\n",
            "a STATUS INBOX (MESSAGES UIDNEXT)\r\n",
            "a CREATE x.y.z\r\n",
            "a RENAME INBOX x\r\n",
            "a DELETE x\r\n",
            "a COPY 1:* INBOX\r\n",
            "a CLOSE\r\n",
            "a NOOP\r\n",
            "a THREAD REFERENCES utf-8 ALL\r\n",
            "a SORT (SUBJECT) utf-8 ALL\r\n",
            "(((",
            ")"),
    POP3(
            "USER b@example.org\r\n",
            "PASS secret\r\n",
            "APOP x y\r\n",
            "AUTH PLAIN\r\n",
            "STAT\r\n",
            "LIST\r\n",
            "LIST -1\r\n",
            "RETR 1\r\n",
            "RETR 99999999999999999999\r\n",
            "TOP 1 0\r\n",
            "UIDL\r\n",
            "DELE 1\r\n",
            "RSET\r\n",
            "NOOP\r\n",
            "CAPA\r\n",
            ".\r\n");

    private static final int PIECES = 300;
    private static final List<String> RUBBISH = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            " ",
            "\"",
            "\\",
            "\u00e9",
            "\u00ff\u00f4",
            "x".repeat(3_000),
            "\t",
            "{",
            "}",
            "%n");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> words;

    Nonsense(String... words) {
        this.words = List.of(words);
    }

    /** Talk until everything is said or the server hangs up, and return what it answered. */
    String talk(Endpoint endpoint, Random random) throws IOException {
        try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
            socket.setSoTimeout(30_000);
            CompletableFuture<String> answers = CompletableFuture.supplyAsync(() -> readAll(socket));
            say(socket, random);
            return answers.join();
        }
    }

    private void say(Socket socket, Random random) {
        try {
            for (int i = 0; i < PIECES; i++) {
                List<String> from = random.nextInt(4) == 0 ? RUBBISH : words;
                String piece = from.get(random.nextInt(from.size()));
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            // The server has hung up, which is its right.
        }
    }

    private static String readAll(Socket socket) {
        StringBuilder answers = new StringBuilder();
        byte[] piece = new byte[8192];
        try {
            for (int count = socket.getInputStream().read(piece);
                    count >= 0;
                    count = socket.getInputStream().read(piece)) {
                answers.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            answers.append("(reset)");
        }
        return answers.toString();
    }
}

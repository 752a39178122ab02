package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.OwnJvm;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose memory is full refuses what it cannot hold, and serves on. */
@Timeout(120)
class SmallHeapTests {

    @Test
    void refusesWhatItCannotHold() throws IOException {
        assertThat(OwnJvm.said(LargeMails.class, "-Xmx64m").lines())
                .containsExactly(
                        "first: 250 2.0.0 Message accepted",
                        "second: 452 4.3.1 The memory of the server does not hold the message",
                        "in chunks: 452 4.3.1 The memory of the server does not hold the message",
                        "by IMAP: a BAD [TOOBIG] Literal too large",
                        "small: 250 2.0.0 Message accepted",
                        "small by IMAP: a OK",
                        "kept: 2, failures: []");
    }

    /** Sends more than a small heap holds. */
    static final class LargeMails {

        private static final int SIZE = 36_000_000;
        private static final String PIECE = "x".repeat(998) + "\r\n";

        private LargeMails() {}

        public static void main(String[] arguments) throws IOException {
            try (MailServer mail = MailServer.start()) {
                System.out.println("first: " + bySmtp(mail, SIZE));
                System.out.println("second: " + bySmtp(mail, SIZE));
                System.out.println("in chunks: " + inChunks(mail));
                System.out.println("by IMAP: " + byImap(mail, SIZE));
                System.out.println("small: " + bySmtp(mail, PIECE.length()));
                System.out.println(
                        "small by IMAP: " + byImap(mail, PIECE.length()).substring(0, 4));
                System.out.println("kept: " + mail.receivedMails().size() + ", failures: "
                        + List.copyOf(mail.timeline().failures()));
            }
        }

        private static String bySmtp(MailServer mail, int size) throws IOException {
            try (SmtpClientSocket client = transaction(mail)) {
                client.say("DATA");
                send(client, size);
                return client.say(".");
            }
        }

        private static String inChunks(MailServer mail) throws IOException {
            try (SmtpClientSocket client = transaction(mail)) {
                client.send("BDAT " + SIZE + " LAST\r\n");
                send(client, SIZE);
                return client.reply();
            }
        }

        private static String byImap(MailServer mail, int size) throws IOException {
            try (RawImap client = new RawImap(mail.imap())) {
                client.say("l LOGIN alice@example.org any");
                client.send("a APPEND INBOX {" + size + "+}");
                for (int sent = 0; sent < size; sent += PIECE.length()) {
                    client.send(PIECE.substring(0, PIECE.length() - 2));
                }
                return client.say("");
            }
        }

        private static SmtpClientSocket transaction(MailServer mail) throws IOException {
            SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp());
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            return client;
        }

        private static void send(SmtpClientSocket client, int size) throws IOException {
            for (int sent = 0; sent < size; sent += PIECE.length()) {
                client.send(PIECE);
            }
        }
    }
}

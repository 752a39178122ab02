package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Subject;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server ends although somebody hangs on a connection, and names it: once, in the log. */
class HangingConnectionTests {

    private static final String LARGE = "0123456789".repeat(2_000_000);

    private final Journalist journalist = Journalist.listening();

    @AfterEach
    void stopListening() {
        journalist.close();
    }

    @Test
    void aClientThatNeverFinishesItsMail() throws Exception {
        MailServer mail = MailServer.start();
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<never-finishes@example.org>");
            client.say("RCPT TO:<alice@example.org>");
            client.say("DATA");
            mail.close();

            assertThatLogNames(
                    "never-finishes",
                    "Broke the smtp connection from 127.0.0.1:PORT, which said MAIL FROM:<never-finishes@example.org>,"
                            + " RCPT TO:<alice@example.org>, DATA, open since TIME, as it was still open a second after"
                            + " the server was closed");
        }
    }

    @Test
    void aClientThatNeverReadsItsMail() throws Exception {
        MailServer mail = MailServer.start();
        mail.timeline().isAbout(about("ReaderTests: reads()"));
        mail.mailbox("alice@example.org")
                .deliver(InboundMail.from("shop@example.org").subject("Large").text(LARGE));
        try (Socket client = new Socket("127.0.0.1", mail.imap().port())) {
            BufferedReader answers =
                    ask(client, "a LOGIN alice@example.org x\r\nb SELECT INBOX\r\nc FETCH 1 BODY[]\r\n");
            for (String line = answers.readLine(); !line.startsWith("b OK"); line = answers.readLine()) {
                // What comes before is short.
            }
            mail.mailbox("alice@example.org")
                    .awaitRead(
                            mail.mailbox("alice@example.org").deliveredMails().get(0));
            mail.close();

            assertThatLogNames(
                    "ReaderTests: reads()",
                    "Broke the imap connection from 127.0.0.1:PORT, which said a LOGIN ****,"
                            + " b SELECT INBOX, c FETCH 1 BODY[], open since TIME, as it was still open a second after"
                            + " the server of ReaderTests: reads() was closed");
        }
    }

    @Test
    void aScriptThatNeverReturns() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        MailServer mail = MailServer.start();
        mail.failNext(SmtpStage.MAIL, ConnectionFault.run("wait forever", () -> {
            begun.countDown();
            waitFor(never);
        }));
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.send("MAIL FROM:<never-returns@example.org>\r\n");
            begun.await();
            mail.close();

            assertThatLogNames(
                    "never-returns",
                    "Broke the smtp connection from 127.0.0.1:PORT, which said EHLO client.example,"
                            + " MAIL FROM:<never-returns@example.org>, open since TIME, as it was still open a second"
                            + " after the server was closed");
        } finally {
            never.countDown();
        }
    }

    @Test
    void aHandlerThatNeverReturns() throws Exception {
        CompletableFuture<Response> never = new CompletableFuture<>();
        WebServer web = WebServer.start();
        web.timeline().isAbout(about("PaymentTests: pays()"));
        web.serve("/never-returns", request -> never.join());
        try (Socket client = new Socket("localhost", web.http().port())) {
            ask(client, "GET /never-returns?x=y HTTP/1.1\r\nHost: x\r\n\r\n");
            web.awaitArrival("/never-returns");
            web.close();
            web.close();

            assertThatLogNames(
                    "/never-returns",
                    "Broke the http connection from HOST:PORT, open since TIME, whose GET /never-returns?x=y is still"
                            + " being answered, as the server of PaymentTests: pays() is closed");
        } finally {
            never.complete(Response.noContent());
        }
    }

    @Test
    void aClientThatNeverReadsItsAnswer() throws Exception {
        WebServer web = WebServer.start();
        web.serve("/never-read", Response.text(LARGE));
        try (Socket client = new Socket("localhost", web.http().port())) {
            ask(client, "GET /never-read HTTP/1.1\r\nHost: x\r\n\r\n").readLine();
            web.close();

            assertThatLogNames(
                    "/never-read",
                    "Broke the http connection from HOST:PORT, open since TIME, whose GET /never-read is still being"
                            + " answered, as the server is closed");
        }
    }

    @Test
    void aClientThatNeverFinishesItsRequest() throws Exception {
        WebServer web = WebServer.start();
        web.timeline().isAbout(about("UploadTests: uploads()"));
        try (Socket client = new Socket("localhost", web.http().port())) {
            String head = "POST /half HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n";
            assertThat(ask(client, head).readLine()).isEqualTo("HTTP/1.1 100 Continue");
            web.close();

            assertThatLogNames(
                    "UploadTests",
                    "Broke the http connection from HOST:PORT, open since TIME, which has sent half a request, as the"
                            + " server of UploadTests: uploads() is closed");
        }
    }

    @Test
    void isNotSaidOfAnApplicationThatGoesOnWithTheNextServer() throws Exception {
        Reservation place = Reservation.open();
        MailServer first = MailServer.builder().on(place).start();
        try (SmtpClientSocket pooled = SmtpClientSocket.greeting(first.smtp())) {
            pooled.say("NOOP kept-in-a-pool");
            first.close();
            MailServer second = MailServer.builder().on(place).start();
            assertThat(pooled.say("NOOP")).startsWith("421 ");
            try (SmtpClientSocket left = SmtpClientSocket.greeting(second.smtp())) {
                left.say("NOOP left-for-good");
                second.close();
                place.close();

                assertThat(journalist.await(said -> said.contains("left-for-good")))
                        .startsWith("Broke the smtp connection");
            }
        }
        assertThat(journalist.heard()).noneMatch(said -> said.contains("kept-in-a-pool"));
    }

    private void assertThatLogNames(String part, String expected) throws InterruptedException {
        Predicate<String> wanted = message -> message.startsWith("Broke") && message.contains(part);
        String said = journalist.await(wanted);
        assertThat(String.valueOf(said)
                        .replaceAll("127.0.0.1:\\d+", "127.0.0.1:PORT")
                        .replaceAll("from \\S+?(:\\d+)?,", "from HOST:PORT,")
                        .replaceAll("since \\d\\d:\\d\\d:\\d\\d", "since TIME"))
                .isEqualTo(expected.replace("127.0.0.1:PORT", "HOST:PORT"));
        assertThat(journalist.heard()).filteredOn(wanted).hasSize(1);
    }

    private static Optional<Subject> about(String test) {
        return Optional.of(new Subject(test));
    }

    private static BufferedReader ask(Socket client, String question) throws IOException {
        client.setSoTimeout(60_000);
        client.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

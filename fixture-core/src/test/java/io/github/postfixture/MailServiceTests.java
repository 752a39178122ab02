package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.service.RequestBody;
import io.github.postfixture.web.service.Service;
import io.github.postfixture.web.service.ServiceResponse;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that sends mail, as the API of a mail provider does. */
@Timeout(60)
class MailServiceTests {

    private static final String MAIL = "Subject: Welcome\r\n\r\nHello\r\n";

    private final Postfixture host = Postfixture.start();
    private final MailServer mail = host.mail();
    private final CountDownLatch hasRead = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch settled = new CountDownLatch(1);

    @AfterEach
    void close() {
        mayAnswer.countDown();
        host.close();
    }

    @Test
    void sendsAMailOnceItsClientHasTheAnswer() throws Exception {
        host.web().virtualHost("api.example.org", new MailApi());
        mayAnswer.countDown();
        HttpClient client =
                HttpClient.newBuilder().proxy(host.web().proxySelector()).build();

        int status = client.send(
                        HttpRequest.newBuilder(URI.create("http://api.example.org/send"))
                                .POST(BodyPublishers.ofString(MAIL))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(202);
        assertThat(mail.awaitMail()).hasSubject("Welcome").hasRecipients("ada@example.org");
        assertThat(mail.mailbox("ada@example.org").awaitMail()).hasSubject("Welcome");
        host.web().awaitRequest("/send");
        assertThat(host.timeline().events()).extracting(Event::source).containsExactly("api", "http");
    }

    @Test
    void sendsNoMailBeforeTheAnswerHasLeft() throws Exception {
        host.web().mount("/api", new MailApi());
        try (Socket socket = post()) {
            hasRead.await();
            assertThat(mail.receivedMails()).isEmpty();

            mayAnswer.countDown();
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 202");
            assertThat(mail.awaitMail()).hasSubject("Welcome");
        }
    }

    @Test
    void leavesAnAttemptAndNoMailAfterALostConnection() throws Exception {
        host.web().mount("/api", new MailApi());
        try (Socket socket = post()) {
            socket.setSoLinger(true, 0);
            hasRead.await();
        }
        mayAnswer.countDown();

        settled.await();
        assertThat(mail.receivedMails()).isEmpty();
        assertThat(mail.mailbox("ada@example.org").receivedMails()).isEmpty();
        assertThat(mail.attempts().all())
                .extracting(Attempt::outcome, Attempt::recipients)
                .containsExactly(tuple(Attempt.Outcome.BROKEN, List.of("ada@example.org")));
    }

    private Socket post() throws Exception {
        Endpoint web = host.web().http();
        Socket socket = new Socket(web.host(), web.port());
        socket.getOutputStream()
                .write(("POST /api/send HTTP/1.1\r\nHost: x\r\nContent-Length: " + MAIL.length() + "\r\n\r\n" + MAIL)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Takes a mail as the content of a request. */
    private final class MailApi implements Service {

        @Override
        public String name() {
            return "api";
        }

        @Override
        public ServiceResponse answer(Request request, RequestBody body) throws Exception {
            Octets message = Octets.of(body.read(10_000).orElseThrow());
            Instant now = Instant.now();
            hasRead.countDown();
            mayAnswer.await();
            return ServiceResponse.of(Response.status(202))
                    .afterFlush(() -> mail.intake()
                            .accept(envelope(), message, now, new Transcript())
                            .run())
                    .onFailure(failure -> {
                        mail.attempts().add("api", broken(now));
                        settled.countDown();
                    });
        }

        private static Attempt broken(Instant began) {
            return new Attempt(
                    envelope(),
                    List.of(new Attempt.Recipient("ada@example.org", false)),
                    Attempt.Outcome.BROKEN,
                    Optional.empty(),
                    began,
                    Duration.ZERO,
                    new Attempt.Conduct(false, false, () -> false),
                    new Transcript());
        }

        private static Envelope envelope() {
            return new Envelope(
                    "shop@example.org",
                    List.of(new Envelope.Addressee("ada@example.org", List.of())),
                    List.of(),
                    "api",
                    "",
                    InetSocketAddress.createUnresolved("localhost", 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}

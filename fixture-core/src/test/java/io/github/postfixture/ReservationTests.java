package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReservationTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Reservation place = Reservation.open();

    @AfterEach
    void freeThePorts() {
        place.close();
    }

    @Nested
    class OfAMailServer {

        @Test
        void keepsTheEndpointsForTheNextServer() {
            MailServer first = mail();
            Endpoint smtp = first.smtp();
            Endpoint imap = first.imap();
            first.close();

            MailServer second = mail();

            assertThat(second.smtp()).isEqualTo(smtp);
            assertThat(second.imap()).isEqualTo(imap);
        }

        @Test
        void leadsToTheNextServerThoughNobodyAskedItForItsEndpoint() throws IOException {
            MailServer first = mail();
            Endpoint smtp = first.smtp();
            first.close();
            MailServer second = mail();

            send(smtp, "Subject: Second");

            assertThat(second.awaitMail()).hasSubject("Second");
            assertThat(first.receivedMails()).isEmpty();
        }

        @Test
        void tellsTheNextServerWhatCameBetweenTheTwo() throws IOException {
            MailServer first = mail();
            Endpoint smtp = first.smtp();
            first.close();
            send(smtp, "Subject: Late");

            MailServer second = mail();

            awaitLine(
                    second.timeline(),
                    "from an earlier test: mail from app@example.org to [alice@example.org] with subject \"Late\"");
            assertThat(second.receivedMails()).isEmpty();
        }

        @Test
        void endsADialogueOfAnEarlierTestAndSaysSo() throws IOException {
            MailServer first = mail();
            try (SmtpClientSocket client = SmtpClientSocket.greeting(first.smtp())) {
                client.say("MAIL FROM:<app@example.org>");
                first.close();
                MailServer second = mail();

                assertThat(client.say("RCPT TO:<alice@example.org>")).startsWith("421 4.3.2");
                awaitLine(second.timeline(), "from an earlier test: RCPT TO:<alice@example.org> refused: 421 4.3.2");
                assertThat(second.attempts().all()).isEmpty();
            }
        }

        @Test
        void tellsTheNextServerWhoIsStillConnected() throws IOException {
            MailServer first = mail();
            try (SmtpClientSocket client = SmtpClientSocket.greeting(first.smtp())) {
                client.say("NOOP");
                first.close();
                MailServer second = mail();

                assertThat(second.timeline().toString().lines())
                        .singleElement()
                        .asString()
                        .containsPattern(
                                "smtp   from an earlier test: the smtp connection from 127.0.0.1:\\d+, which said"
                                        + " (EHLO \\S+, )?NOOP, open since \\d\\d:\\d\\d:\\d\\d, has to end$");
            }
        }

        @Test
        void tellsOfALateEventOnceHoweverManyServersCameSince() throws IOException {
            MailServer first = mail();
            try (SmtpClientSocket client = SmtpClientSocket.greeting(first.smtp())) {
                first.close();
                mail().close();
                MailServer third = mail();

                client.say("NOOP");

                awaitLine(third.timeline(), "smtp   from an earlier test: NOOP refused: 421 4.3.2");
            }
        }

        @Test
        void refusesWhatTheNextServerDoesNotSpeak() throws IOException {
            MailServer first = mail();
            Endpoint imap = first.imap();
            first.close();
            MailServer.builder().protocols(MailProtocol.SMTP).on(place).start();

            try (Socket client = new Socket(imap.host(), imap.port())) {
                client.setSoTimeout(30_000);
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }

        @Test
        void isForOneServerAtATime() {
            mail();

            assertThatIllegalStateException()
                    .isThrownBy(ReservationTests.this::mail)
                    .withMessage("Another server answers at these ports; close it before the next one starts, and let"
                            + " tests that share them run one after the other");
        }

        @Test
        void endsWithTheReservation() {
            MailServer first = mail();
            Endpoint smtp = first.smtp();
            place.close();

            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket(smtp.host(), smtp.port()));
            assertThatIllegalStateException()
                    .isThrownBy(first::imap)
                    .withMessage("The reservation is closed; ask for endpoints before");
        }
    }

    @Nested
    class OfAWebServer {

        @Test
        void keepsTheConnectionsOfTheClientForTheNextServer() throws IOException {
            WebServer first = web().serve("/", Response.text("first"));
            Endpoint http = first.http();
            try (Socket client = new Socket("127.0.0.1", http.port())) {
                assertThat(get(client)).isEqualTo("first");
                first.close();
                WebServer second = web().serve("/", Response.text("second"));

                assertThat(get(client)).isEqualTo("second");
                assertThat(second.http()).isEqualTo(http);
                assertThat(second.awaitRequest())
                        .hasPath("/")
                        .hasToString(
                                "GET / \u2192 200 (stub), 6 bytes, text/plain on a connection from an earlier test");
                assertThat(first.exchanges())
                        .singleElement()
                        .hasToString("GET / \u2192 200 (stub), 5 bytes, text/plain");
            }
        }

        @Test
        void tellsTheNextServerOfARequestThatBeganEarlier() throws Exception {
            WebServer first = web();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            first.serve("/slow", request -> {
                begun.countDown();
                over.await();
                return Response.text("late");
            });
            HttpRequest request = HttpRequest.newBuilder(first.uri("/slow")).build();
            CompletableFuture<HttpResponse<String>> answer =
                    HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
            begun.await();
            first.close();
            WebServer second = web();
            over.countDown();

            assertThat(answer.get().body()).isEqualTo("late");
            awaitLine(second.timeline(), "from an earlier test: GET /slow");
            assertThat(second.exchanges()).isEmpty();
        }

        @Test
        void keepsHttpsToo() {
            WebServer first = web();
            Endpoint https = first.https();
            first.close();

            assertThat(web().https()).isEqualTo(https);
        }

        private static String get(Socket client) throws IOException {
            client.setSoTimeout(30_000);
            client.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            int length = 0;
            for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
                length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
            }
            char[] body = new char[length];
            assertThat(reader.read(body)).isEqualTo(length);
            return new String(body);
        }
    }

    private MailServer mail() {
        return MailServer.builder().on(place).start();
    }

    private WebServer web() {
        return WebServer.builder().on(place).start();
    }

    private static void send(Endpoint smtp, String message) throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(smtp)) {
            assertThat(client.deliver(message, "app@example.org", "alice@example.org"))
                    .startsWith("250");
            client.say("QUIT");
        }
    }

    private static void awaitLine(Timeline timeline, String part) {
        assertThat(Deadline.waitingFor("an event", LONG).await(timeline, () -> eventWith(timeline, part)))
                .as("event with \"%s\" of:%n%s", part, timeline)
                .isPresent();
    }

    private static Optional<Event> eventWith(Timeline timeline, String part) {
        List<Event> events = timeline.events();
        return events.stream().filter(event -> event.toString().contains(part)).findFirst();
    }
}

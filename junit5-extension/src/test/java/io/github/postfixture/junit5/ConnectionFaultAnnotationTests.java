package io.github.postfixture.junit5;

import static io.github.postfixture.junit5.WithConnectionFault.Kind.DELAY;
import static io.github.postfixture.junit5.WithConnectionFault.Kind.DISCONNECT;
import static io.github.postfixture.junit5.WithConnectionFault.Kind.RESET;
import static io.github.postfixture.junit5.WithConnectionFault.Kind.STALL;
import static io.github.postfixture.junit5.WithConnectionFault.Kind.THROTTLE;
import static io.github.postfixture.mail.protocol.SmtpStage.CONNECT;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

@WithMailServer
@WithWebServer
@Timeout(60)
class ConnectionFaultAnnotationTests {

    @Test
    @WithConnectionFault(value = RESET, smtp = RCPT, http = "/pay", times = 1)
    void strikeByMailAndByHttp(MailServer mail, WebServer web) throws IOException, InterruptedException {
        web.serve("/pay", Response.text("Paid"));

        assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "one")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> post(web.uri("/pay"))).isInstanceOf(IOException.class);

        Mails.send(mail, "alice@example.org", "two");
        assertThat(mail.awaitMail()).hasSubject("two");
        assertThat(post(web.uri("/pay"))).isEqualTo("Paid");
    }

    @Test
    @WithConnectionFault(value = DISCONNECT, smtp = CONNECT, imap = "CONNECT", pop3 = "CONNECT")
    void strikeAtEveryPlaceThatIsNamed(MailServer mail) throws IOException {
        assertThat(everything(mail.smtp())).isEmpty();
        assertThat(everything(mail.imap())).isEmpty();
        assertThat(everything(mail.pop3())).isEmpty();
    }

    @Test
    @WithConnectionFault(value = STALL, http = "/stalls")
    @WithConnectionFault(value = DELAY, millis = 1, http = "/waits")
    @WithConnectionFault(value = THROTTLE, bytesPerSecond = 100_000, http = "/trickles")
    void ofEveryKindStandOnTheTimeline(WebServer web) throws IOException, InterruptedException {
        web.serve("/waits", Response.text("Late"));
        web.serve("/trickles", Response.text("Slow"));

        assertThat(post(web.uri("/waits"))).isEqualTo("Late");
        assertThat(post(web.uri("/trickles"))).isEqualTo("Slow");
        int before = web.timeline().events().size();
        try (Socket client = new Socket(web.http().host(), web.http().port())) {
            client.getOutputStream()
                    .write("GET /stalls HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            web.timeline().awaitEventsAfter(before, Duration.ofSeconds(60));
        }

        assertThat(strikes(web.timeline()))
                .containsExactlyInAnyOrder("delay of 1 ms", "throttle to 100000 bytes a second", "stall");
    }

    @Test
    void areForgottenAfterTheTestByAServerOfTheClass() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(SharedServerTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2));
    }

    @Test
    void neverAtNoPlace() {
        assertThat(failure(NowhereTestCase.class))
                .hasMessage("A fault of the test is malformed: it must say where it strikes:"
                        + " smtp = RCPT, imap = \"FETCH\", pop3 = \"RETR\" or http = \"/pay\"");
    }

    @Test
    void needTheServerTheyAreFor() {
        assertThat(failure(WithoutWebServerTestCase.class))
                .hasMessage("A fault of HTTP needs a web server; add @WithWebServer, or a WebServerExtension field");
    }

    @Test
    void needTheNumberOfTheirKind() {
        assertThat(failure(NoMillisTestCase.class))
                .hasMessage("A fault of the test is malformed: millis (0) must be positive");
    }

    private static List<String> strikes(Timeline timeline) {
        return timeline.events().stream()
                .map(event -> event.detail().toString())
                .filter(text -> text.startsWith("fault #"))
                .map(text -> text.replaceAll("fault #\\d+ \\((.*)\\) strikes.*", "$1"))
                .toList();
    }

    private static String post(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.ofString("x"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String everything(Endpoint endpoint) throws IOException {
        try (Socket client = new Socket(endpoint.host(), endpoint.port())) {
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Throwable failure(Class<?> testCase) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testCase))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    @WithWebServer(scope = Scope.CLASS)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class SharedServerTestCase {

        @Test
        @WithConnectionFault(value = RESET, http = "/pay")
        void first(WebServer web) {
            assertThatThrownBy(() -> post(web.uri("/pay"))).isInstanceOf(IOException.class);
        }

        @Test
        void second(WebServer web) throws IOException, InterruptedException {
            web.serve("/pay", Response.text("Paid"));
            assertThat(post(web.uri("/pay"))).isEqualTo("Paid");
        }
    }

    @WithMailServer
    static final class NowhereTestCase {

        @Test
        @WithConnectionFault(RESET)
        void test() {}
    }

    @WithMailServer
    static final class WithoutWebServerTestCase {

        @Test
        @WithConnectionFault(value = RESET, http = "/pay")
        void test() {}
    }

    @WithWebServer
    static final class NoMillisTestCase {

        @Test
        @WithConnectionFault(value = DELAY, http = "/pay")
        void test() {}
    }
}

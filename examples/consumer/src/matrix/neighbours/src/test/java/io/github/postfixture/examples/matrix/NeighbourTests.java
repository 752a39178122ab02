package io.github.postfixture.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.page.Page;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The servers run beside another library of the application that is made of the same parts, and it beside them. */
@WithMailServer
@WithWebServer
class NeighbourTests {

    @Test
    void mailComes(MailServer mail) {
        Mails.send(mail.smtp());

        assertThat(mail.awaitMail()).hasSubject("Welcome").text().contains("Hello");
    }

    @Test
    void conditionsAreAwaited(MailServer mail) {
        AtomicInteger evaluations = new AtomicInteger();

        mail.await().alias("second").until(evaluations::incrementAndGet, count -> count == 2);

        assertThat(evaluations).hasValue(2);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> mail.await()
                        .atMost(Duration.ofMillis(20))
                        .untilAsserted(() -> assertThat(mail).hasMailCount(1)))
                .withMessageContaining(" within 20 milliseconds.\nThe servers saw nothing.\nNobody connected");
    }

    @Test
    void pagesAreServed(WebServer web) {
        web.serve("/", Response.html("<h1>Hello</h1>"));

        assertThat(Page.open(web.uri("/"))).text("h1").isEqualTo("Hello");
    }

    @Test
    void http2IsSpokenOverTls(WebServer web) throws Exception {
        web.serve("/", Response.text("Hello"));
        HttpClient client = HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();

        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(web.https().uri("/")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo("Hello");
    }

    @Test
    void theNeighbourStillWorks() throws Exception {
        String name = System.getProperty("neighbour", "");
        assumeTrue(!name.isEmpty());
        Class<?> type = Class.forName(name);
        Object server = type.getConstructor(int.class).newInstance(0);
        type.getMethod("start").invoke(server);
        type.getMethod("stop").invoke(server);
    }
}

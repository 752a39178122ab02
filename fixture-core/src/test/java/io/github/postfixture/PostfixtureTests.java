package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.net.BindFailedException;
import io.github.postfixture.page.Page;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PostfixtureTests {

    @Test
    void writesMailAndPagesToOneTimeline() throws IOException {
        try (Postfixture host = Postfixture.start()) {
            host.web().serve("/", Response.text("hello"));
            try (SmtpClientSocket client = SmtpClientSocket.greeting(host.mail().smtp())) {
                client.deliver("Subject: x", "a@example.org", "b@example.org");
                client.say("QUIT");
            }
            host.mail().awaitMail();
            host.web().open("/");
            host.web().awaitRequest();

            assertThat(host.timeline().events()).extracting(Event::source).containsExactly("smtp", "http");
            assertThat(host.mail().timeline()).isSameAs(host.timeline());
        }
    }

    @Test
    void leadsFromABase64MailThroughARedirectToAnEncryptedPageWithItsCookie() throws IOException {
        try (Postfixture host = Postfixture.start()) {
            String home = host.web().https().uri("/home").toString();
            host.web()
                    .serve(
                            "/in",
                            Response.redirect(home).withHeader("Set-Cookie", "session=42; Path=/; Secure; HttpOnly"));
            host.web()
                    .serve(
                            "/home",
                            request -> Response.html(
                                    "<h1>" + request.header("Cookie").orElse("nobody") + "</h1>"));
            String html =
                    "<p><a href=\"" + host.web().https().uri("/in?a=1&amp;b=2") + "\">Zur\u00fcck &amp; weiter</a>";
            String mail = "Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(html.getBytes(Charset.forName("windows-1252")));
            try (SmtpClientSocket client = SmtpClientSocket.greeting(host.mail().smtp())) {
                client.deliver(mail, "a@example.org", "b@example.org");
                client.say("QUIT");
            }

            Page page = host.mail().awaitMail().link("Zur\u00fcck & weiter").follow();

            assertThat(page).hasStatusOk().text("h1").isEqualTo("session=42");
            assertThat(page).uri().hasScheme("https").hasPath("/home");
            assertThat(host.web().awaitRequest()).hasQueryParameter("b", "2");
        }
    }

    @Test
    void startsAServerThatNothingIsSaidOfWhenItIsAskedFor() {
        try (Postfixture host = Postfixture.builder()
                .mail(MailServer.builder().protocols(MailProtocol.SMTP))
                .start()) {
            assertThat(host.started()).containsExactly(host.mail());

            WebServer web = host.web();

            assertThat(host.web()).isSameAs(web);
            assertThat(host.started()).containsExactly(host.mail(), web);
            assertThat(web.timeline()).isSameAs(host.timeline());
        }
    }

    @Test
    void verifiesItsServers() {
        try (Postfixture host = Postfixture.start()) {
            host.web().serve("/broken", request -> {
                throw new IllegalStateException("on purpose");
            });
            Page.open(host.web().uri("/broken"));
            host.web().awaitRequest();

            assertThat(host.problems())
                    .containsExactly("the handler of GET /broken failed: java.lang.IllegalStateException: on purpose");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(host::verify)
                    .withMessageContaining("the handler of GET /broken failed");
        }
    }

    @Test
    void doesNotFollowTheBuildersThatItWasStartedWith() {
        MailServerBuilder mail = MailServer.builder().account("alice@example.org", "secret");
        PostfixtureBuilder builder = Postfixture.builder().mail(mail);
        mail.account("late@example.org", "secret");

        try (Postfixture host = builder.start()) {
            assertThat(host.mail().accounts()).containsExactly("alice@example.org");
        }
    }

    @Test
    void closesTheMailServerWhenTheWebServerCannotStart() {
        try (WebServer other = WebServer.start()) {
            int taken = other.http().port();
            MailServerBuilder mail = MailServer.builder();

            assertThatExceptionOfType(BindFailedException.class)
                    .isThrownBy(
                            () -> Postfixture.start(mail, WebServer.builder().httpPort(taken)));
        }
    }

    @Test
    @SuppressWarnings("try")
    void closesBothServers() {
        Postfixture host = Postfixture.start();
        host.close();

        assertThatIllegalStateException().isThrownBy(() -> host.mail().endpoint(MailProtocol.SMTP));
        assertThatIllegalStateException().isThrownBy(() -> host.web().http());
    }
}

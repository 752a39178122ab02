package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailLinkAssertTests {

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    private static ReceivedMail html(String body) {
        return Sender.receive("Subject: Welcome\nContent-Type: text/html\n\n" + body);
    }

    private static ReceivedMail linkTo(Object target) {
        return html("<a class='button' href='" + target + "'>Confirm</a>");
    }

    @Test
    void knowsHostAndQueryParameters() {
        ReceivedMail mail = linkTo("https://shop.test/confirm?token=42&lang=en");

        assertThat(mail).link("Confirm").isHttps();
        assertThat(mail).link("Confirm").uri().hasHost("shop.test").hasParameter("token", "42");
        assertThat(mail).linkMatching(Pattern.compile("token=")).text().isEqualTo("Confirm");
        assertThat(mail).html().linkAt("a.button").isHttps();
        assertThat(mail).links().hasSize(1);
    }

    @Test
    void canBeFollowed() {
        web.serve("/confirm", Response.html("<title>Done</title>"));

        assertThat(linkTo(web.uri("/confirm")).link("Confirm").follow())
                .hasStatusOk()
                .hasTitle("Done");
    }

    @Test
    void mayWorkOnce() {
        web.on("GET", "/confirm").answer(Response.text("Confirmed"), Response.status(410));

        assertThat(linkTo(web.uri("/confirm"))).link("Confirm").worksOnce();
    }

    @Test
    void showsThatItWorksTwiceOrNever() {
        web.serve("/always", Response.text("Confirmed"));
        String always = web.uri("/always").toString();
        String never = web.uri("/never").toString();

        failureOf(() -> assertThat(linkTo(always)).link("Confirm").worksOnce()).isEqualTo("""
                Expected "Confirm" → %s to work once but the second time its status was 200 again.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome"\
                """.formatted(always));
        failureOf(() -> assertThat(linkTo(never)).link("Confirm").worksOnce())
                .contains(" to work once but the first time its status was 404.\n");
    }

    @Test
    void showsWhatItIsInstead() {
        ReceivedMail mail = linkTo("http://shop.test/");

        failureOf(() -> assertThat(mail).link("Confirm").isHttps()).isEqualTo("""
                Expected an absolute https link but it is "Confirm" → http://shop.test/.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).linkMatching(Pattern.compile("token=")))
                .isEqualTo("""
                Expected one link that matches token= but the only link is "Confirm" → http://shop.test/.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(html("<p class=x>Hello")).html().linkAt(".x"))
                .isEqualTo("""
                Expected a link but there is <p>.
                  markup "Hello\"""");
    }
}

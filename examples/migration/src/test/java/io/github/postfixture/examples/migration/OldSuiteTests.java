package io.github.postfixture.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.response.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OldSuiteTests extends ServerTests {

    @Test
    void sendsTheOfferAtTheNewPrice() throws Exception {
        web.on("/{path*}").answerOnce(Response.text("5 euro"), Response.text("6 euro"));
        URI baseUrl = web.http().uri();

        assertThat(Shop.price(baseUrl, "assam")).isEqualTo("5 euro");
        assertThat(Shop.price(baseUrl, "assam")).isEqualTo("6 euro");

        assertThat(web.exchanges()).hasSize(2);
        Exchange first = web.awaitRequest();
        assertThat(first).hasMethod("GET").hasTarget("/prices/assam").hasStatus(200);
    }

    @Test
    void sendsTheOffer() throws Exception {
        Shop.sendOffer(mail.smtp().host(), mail.smtp().port(), "alice@example.org");

        assertThat(mail.awaitMail()).hasSubject("Our offer");
    }
}

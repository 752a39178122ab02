package io.github.postfixture.junit5.planted;

import static io.github.postfixture.web.request.RequestCriteria.method;
import static io.github.postfixture.web.request.RequestCriteria.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@WithWebServer(timeout = 1)
@ExtendWith(BugParameter.class)
class WebhooksCase {

    @Test
    void tellsThePartner(WebServer web, Bug bug) throws Exception {
        web.on("PUT", "/webhooks/orders").answer(Response.noContent());

        new Webhooks(web.uri("/"), bug).tell("4711", 1290);

        assertThat(web).receivesRequest(method("PUT").and(path("/webhooks/orders")));
    }

    @Test
    @WithMailServer(timeout = 1)
    void tellsThePartnerBesidesAMail(WebServer web, MailServer mail, Bug bug) throws Exception {
        web.on("PUT", "/webhooks/orders").answer(Response.noContent());
        URI partner = bug == Bug.WEBHOOK_TO_THE_PORT_OF_SMTP
                ? URI.create("http://127.0.0.1:" + mail.smtp().port())
                : web.uri("/");

        try {
            new Webhooks(partner, bug).tell("4711", 1290);
        } finally {
            awaitWhatTheServerReads(mail, bug);
        }

        assertThat(web).receivesRequest(path("/webhooks/orders"));
    }

    /** The client gives up on the greeting alone, perhaps before the server has read what came. */
    private static void awaitWhatTheServerReads(MailServer mail, Bug bug) {
        if (bug == Bug.WEBHOOK_TO_THE_PORT_OF_SMTP) {
            mail.timeline().awaitEventsAfter(0, Duration.ofSeconds(10));
        }
    }

    @Test
    void tellsTheAmount(WebServer web, Bug bug) throws Exception {
        web.on("PUT", "/webhooks/orders").answer(Response.noContent());

        new Webhooks(web.uri("/"), bug).tell("4711", 1290);

        assertThat(web.awaitRequest()).hasJson("{\"order\": \"4711\", \"amount\": 1290}");
    }

    @Test
    void triesAgainWhenUnavailable(WebServer web, Bug bug) throws Exception {
        web.on("PUT", "/webhooks/orders").answer(Response.status(503)).then(Response.noContent());

        new Webhooks(web.uri("/"), bug).tell("4711", 1290);

        assertThat(web).receivesRequests(2);
    }

    @Test
    void signsWhatItSends(WebServer web, Bug bug) throws Exception {
        web.on("PUT", "/webhooks/orders").answer(Response.noContent());

        new Webhooks(web.uri("/"), bug).tell("4711", 1290);

        Exchange told = web.awaitRequest();
        assertThat(told)
                .hasHeader("X-Signature", Webhooks.signature(told.request().body()));
    }

    @Test
    void waitsForASlowPartner(WebServer web, Bug bug) throws Exception {
        web.on("PUT", "/webhooks/orders").answer(Response.noContent().withDelay(Duration.ofMillis(300)));

        assertThat(new Webhooks(web.uri("/"), bug).tell("4711", 1290)).isEqualTo(204);
    }

    @Test
    void readsAllPages(WebServer web, Bug bug) throws Exception {
        web.on("GET", "/orders")
                .withQuery("page", "1")
                .answer(Response.json("{\"orders\":[{\"order\":\"1\"}],\"next\":\"/orders?page=2\"}"));
        web.on("GET", "/orders").withQuery("page", "2").answer(Response.json("{\"orders\":[{\"order\":\"2\"}]}"));

        assertThat(new Webhooks(web.uri("/"), bug).orders()).containsExactly("1", "2");
    }
}

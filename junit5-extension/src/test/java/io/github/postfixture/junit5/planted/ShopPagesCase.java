package io.github.postfixture.junit5.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.web.WebServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@WithWebServer(timeout = 1)
@ExtendWith(BugParameter.class)
class ShopPagesCase {

    @Test
    void logsInWithASafeCookie(WebServer web, Bug bug) throws Exception {
        new ShopPages(bug).serveAt(web);

        HttpRequest login = HttpRequest.newBuilder(web.uri("/login"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpClient.newHttpClient().send(login, BodyHandlers.discarding());

        assertThat(web.awaitRequest()).hasResponseHeader("Set-Cookie", "session=4711; Path=/; HttpOnly; Secure");
    }

    @Test
    void showsTheBasket(WebServer web, Bug bug) {
        new ShopPages(bug).serveAt(web);

        assertThat(web.open("/basket")).hasStatusOk().text("h1").isEqualTo("Your basket");
    }

    @Test
    void ordersByForm(WebServer web, Bug bug) {
        new ShopPages(bug).serveAt(web);

        assertThat(web.open("/order").form().fill("quantity", "2").submit())
                .text("h1")
                .isEqualTo("Thank you");
    }
}

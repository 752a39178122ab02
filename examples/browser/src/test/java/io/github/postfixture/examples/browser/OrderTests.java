package io.github.postfixture.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.sse.EventStream;
import io.github.postfixture.web.sse.ServerEvent;
import io.github.postfixture.web.websocket.WebSocketSession;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.openqa.selenium.By;

/** A page that listens: to a WebSocket, and to server-sent events. */
@Tag("real-client")
@Execution(SAME_THREAD)
@WithWebServer(site = "classpath:shop", timeout = 30)
class OrderTests {

    private static Browser browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openPage(WebServer web) {
        web.serve("/api/orders", Response.webSocket());
        web.serve("/api/news", Response.eventStream());
        browser.driver().get(web.https().uri("/order.html?number=4711").toString());
    }

    @Test
    void followsTheOrderByAWebSocket(WebServer web) {
        WebSocketSession orders = web.awaitWebSocket("/api/orders");
        assertThat(orders).receives("4711");

        orders.send("Your order is on its way");

        shows("Your order is on its way");
    }

    @Test
    void saysThatItLostSightOfTheOrder(WebServer web) {
        web.awaitWebSocket("/api/orders").reset();

        shows("We lost sight of your order");
    }

    @Test
    void showsNewsAndAsksForThoseThatItMissed(WebServer web) {
        EventStream news = web.awaitEventStream("/api/news");
        news.send(ServerEvent.of("Fresh Darjeeling").withId("7").withRetry(Duration.ofMillis(10)));
        shows("Fresh Darjeeling");

        news.end();

        EventStream again = web.awaitEventStream("/api/news");
        assertThat(again.lastEventId()).contains("7");
        again.send("Fresh Assam");
        shows("Fresh Assam");
    }

    private static void shows(String text) {
        browser.driver().findElement(By.xpath("//*[. = '" + text + "']"));
    }
}

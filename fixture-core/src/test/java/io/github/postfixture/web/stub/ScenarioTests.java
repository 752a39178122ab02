package io.github.postfixture.web.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.Client;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import org.junit.jupiter.api.Test;

class ScenarioTests {

    @Test
    void remembersAcrossRequests() {
        try (WebServer web = WebServer.start()) {
            Scenario order = Scenario.startingIn("open");
            web.on("GET", "/order").with(order.in("open")).answer(Response.text("to be paid"));
            web.on("GET", "/order").with(order.in("paid")).answer(Response.text("on its way"));
            web.on("POST", "/pay").with(order.in("open")).answer(order.to("paid", Response.noContent()));

            assertThat(Client.get(web.uri("/order")).body()).isEqualTo("to be paid");
            assertThat(Client.send("POST", web.uri("/pay"), "").statusCode()).isEqualTo(204);
            assertThat(Client.get(web.uri("/order")).body()).isEqualTo("on its way");
            assertThat(order).hasToString("scenario in state paid");
            assertThat(Client.send("POST", web.uri("/pay"), "").body())
                    .contains("the nearest is POST /pay in state open, but the request does not fulfil the condition");
        }
    }
}

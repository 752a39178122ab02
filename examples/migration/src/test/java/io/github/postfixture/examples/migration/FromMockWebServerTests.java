package io.github.postfixture.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FromMockWebServerTests {

    @Nested
    class Before {

        private final MockWebServer server = new MockWebServer();

        @BeforeEach
        void start() throws Exception {
            server.start();
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @Test
        void asksForThePrice() throws Exception {
            server.enqueue(new MockResponse.Builder().code(200).body("5 euro").build());

            String price = Shop.price(server.url("/").uri(), "assam");

            assertThat(price).isEqualTo("5 euro");
            RecordedRequest request = server.takeRequest();
            assertThat(request.getMethod()).isEqualTo("GET");
            assertThat(request.getTarget()).isEqualTo("/prices/assam");
        }
    }

    @Nested
    @WithWebServer
    class After {

        @Test
        void asksForThePrice(WebServer web) throws Exception {
            web.serve("/prices/{tea}", Response.text("5 euro"));

            String price = Shop.price(web.uri("/"), "assam");

            assertThat(price).isEqualTo("5 euro");
            assertThat(web.awaitRequest()).hasMethod("GET").hasPath("/prices/assam");
        }
    }
}

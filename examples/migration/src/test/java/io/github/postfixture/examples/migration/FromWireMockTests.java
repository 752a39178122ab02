package io.github.postfixture.examples.migration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FromWireMockTests {

    @Nested
    @WireMockTest
    class Before {

        @Test
        void asksForThePrice(WireMockRuntimeInfo wireMock) throws Exception {
            stubFor(get("/prices/assam").willReturn(okJson("{\"euro\": 5}")));
            stubFor(get("/prices/none").willReturn(aResponse().withStatus(404)));

            String price = Shop.price(URI.create(wireMock.getHttpBaseUrl()), "assam");

            assertThat(price).isEqualTo("{\"euro\": 5}");
            verify(1, getRequestedFor(urlEqualTo("/prices/assam")));
        }
    }

    @Nested
    @WithWebServer
    class After {

        @Test
        void asksForThePrice(WebServer web) throws Exception {
            web.on("GET", "/prices/assam").answer(Response.json("{\"euro\": 5}"));
            web.on("GET", "/prices/none").answer(Response.status(404));

            String price = Shop.price(web.uri("/"), "assam");

            assertThat(price).isEqualTo("{\"euro\": 5}");
            assertThat(web.exchanges()).hasSize(1);
            assertThat(web.awaitRequest()).hasMethod("GET").hasPath("/prices/assam");
        }
    }
}

package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.response.Response;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ExchangeTextTests {

    @Test
    void saysWhyAContentCannotBeShown() throws Exception {
        try (WebServer web = WebServer.start()) {
            web.serve("/", Response.text("x").withHeader("Content-Encoding", "zstd"));
            HttpRequest request = HttpRequest.newBuilder(web.uri("/"))
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofString("no gzip"))
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(ExchangeText.of(web.awaitRequest()))
                    .contains("\n(content coded as gzip that cannot be decoded: Not in GZIP format)\n")
                    .endsWith("\n(content coded as zstd, of which zstd is unknown here)\n");
        }
    }
}

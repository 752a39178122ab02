package io.github.postfixture.web;

import static io.github.postfixture.web.ServedSite.PAGES;
import static io.github.postfixture.web.ServedSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.site.Cors;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorsTests {

    private final ServedSite site = new ServedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void answersAPreflight() {
        site.serve(PAGES.withCors(
                Cors.origins("https://app.example").withCredentials().withMethods("GET", "PUT")));

        HttpResponse<String> answer = Client.send(
                "OPTIONS",
                site.uri("/about.html"),
                "",
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                "X-Token");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, PUT");
        assertThat(header(answer, "Access-Control-Allow-Headers")).isEqualTo("X-Token");
        assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("600");
        assertThat(header(answer, "Vary")).isEqualTo("Origin");
    }

    @Test
    void greetsKnownOriginsAndNobodyElse() {
        site.serve(PAGES.withCors(Cors.origins("https://app.example").exposing("ETag"))
                .withCompression());

        HttpResponse<String> known = site.get("/about.html", "Origin", "https://app.example");
        assertThat(header(known, "Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(header(known, "Access-Control-Expose-Headers")).isEqualTo("ETag");
        HttpResponse<String> stranger = site.get("/about.html", "Origin", "https://evil.example");
        assertThat(header(stranger, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(stranger, "Vary")).isEqualTo("Origin");
        assertThat(stranger.body()).isEqualTo("about");
    }

    @Test
    void greetsAnybodyWithAStar() {
        site.serve(PAGES.withCors(Cors.anyOrigin()));

        HttpResponse<String> answer = site.get("/about.html", "Origin", "https://any.example");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Vary")).isEmpty();
    }
}

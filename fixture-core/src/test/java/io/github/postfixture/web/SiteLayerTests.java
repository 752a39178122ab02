package io.github.postfixture.web;

import static io.github.postfixture.web.ServedSite.PAGES;
import static io.github.postfixture.web.ServedSite.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.web.site.Site;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What stands in front of the documents of a site. */
class SiteLayerTests {

    private final ServedSite site = new ServedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class Redirecting {

        @Test
        void sendsClientsElsewhereWithTheirQuery() {
            site.serve(PAGES.withRedirect("/old/(.*)", 301, "/new/$1")
                    .withRedirect("/away", 307, "https://example.org/?to=1"));

            assertThat(site.get("/old/a%20b?x=1").statusCode()).isEqualTo(301);
            assertThat(header(site.get("/old/a%20b?x=1"), "Location")).isEqualTo("/new/a%20b?x=1");
            assertThat(site.get("/away?x=1").statusCode()).isEqualTo(307);
            assertThat(header(site.get("/away?x=1"), "Location")).isEqualTo("https://example.org/?to=1");
            assertThat(site.get("/older").statusCode()).isEqualTo(404);
        }

        @Test
        void takesTheFirstRuleThatMatches() {
            site.serve(PAGES.withRedirect("/a.*", 302, "/first").withRedirect("/ab", 302, "/second"));

            assertThat(header(site.get("/ab"), "Location")).isEqualTo("/first");
        }

        @Test
        void staysBelowThePrefixOfTheSite() {
            site.serve("/shop", PAGES.withRedirect("/old", 308, "/new"));

            assertThat(header(site.get("/shop/old"), "Location")).isEqualTo("/shop/new");
        }

        @Test
        void refusesAnotherStatus() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PAGES.withRedirect("/", 200, "/"))
                    .withMessage("status (200) must be 301, 302, 303, 307 or 308");
        }
    }

    @Nested
    class Rewriting {

        @Test
        void servesAnotherDocumentUnderThePath() {
            site.serve(PAGES.withRewrite("/pages/(\\w+)", "/$1.html"));

            assertThat(site.get("/pages/about?x").body()).isEqualTo("about");
            assertThat(site.get("/pages/none").statusCode()).isEqualTo(404);
        }

        @Test
        void leadsNobodyOutOfTheSite() {
            site.serve(PAGES.withRewrite("/x/(.*)", "/$1"));

            assertThat(site.get("/x/%2e%2e%2f%2e%2e%2fetc%2fpasswd").statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class FallingBack {

        @Test
        void triesOnePathAfterTheOther() {
            site.serve(PAGES.withFallback("{path}.html", "/index.html"));

            assertThat(site.get("/about").body()).isEqualTo("about");
            assertThat(site.get("/orders/42").body()).isEqualTo("home");
            assertThat(site.get("/orders/42").statusCode()).isEqualTo(200);
            assertThat(site.get("/style.css").body()).isEqualTo("p {}");
        }
    }

    @Nested
    class ShowingErrors {

        @Test
        void keepsTheStatusAndShowsThePage() {
            site.serve(PAGES.withErrorPage(404, "/404.html"));

            HttpResponse<String> lost = site.get("/nowhere", "If-None-Match", "*", "Range", "bytes=0-1");
            assertThat(lost.statusCode()).isEqualTo(404);
            assertThat(lost.body()).isEqualTo("lost");
            assertThat(header(lost, "Content-Type")).isEqualTo("text/html");
            assertThat(header(lost, "ETag")).isEmpty();
        }

        @Test
        void keepsTheChallenge() {
            site.serve(PAGES.withBasicAuth("/", "Staff", Map.of()).withErrorPage(401, "/401.html"));

            HttpResponse<String> refused = site.get("/");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(header(refused, "WWW-Authenticate")).startsWith("Basic realm=\"Staff\"");
        }

        @Test
        void staysPlainIfThePageIsMissing() {
            site.serve(PAGES.withErrorPage(404, "/missing.html"));

            assertThat(site.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(site.get("/nowhere").body()).isEqualTo("404 Not Found\n");
        }
    }

    @Nested
    class Labelling {

        @Test
        void setsFieldsOfAllAnswers() {
            site.serve(PAGES.withSecurityHeaders()
                    .withHeader("X-Frame-Options", "SAMEORIGIN")
                    .withErrorPage(404, "/404.html"));

            assertThat(header(site.get("/"), "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(site.get("/nowhere"), "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(site.get("/"), "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        }

        @Test
        void saysHowLongAnswersMayBeKept() {
            site.serve(
                    PAGES.withCacheControl(".*", "no-cache").withCacheControl(".*\\.css", "max-age=3600, immutable"));

            HttpResponse<String> style = site.get("/style.css");
            assertThat(header(style, "Cache-Control")).isEqualTo("max-age=3600, immutable");
            assertThat(header(style, "Expires")).endsWith(" GMT");
            HttpResponse<String> kept = site.get("/style.css", "If-None-Match", header(style, "ETag"));
            assertThat(kept.statusCode()).isEqualTo(304);
            assertThat(header(kept, "Cache-Control")).isEqualTo("max-age=3600, immutable");
            assertThat(header(site.get("/"), "Cache-Control")).isEqualTo("no-cache");
            assertThat(header(site.get("/"), "Expires")).isEmpty();
        }
    }

    @Nested
    class Limiting {

        @Test
        void refusesMoreThanSoManyRequestsAndSaysWhenToComeBack() {
            site.serve(PAGES.withRateLimit(2, Duration.ofHours(1)));

            assertThat(site.get("/").statusCode()).isEqualTo(200);
            assertThat(site.get("/").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = site.get("/");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(3_000, 3_600);
        }

        @Test
        void countsForEachServerAnew() {
            Site limited = PAGES.withRateLimit(1, Duration.ofHours(1));
            site.serve(limited);
            assertThat(site.get("/").statusCode()).isEqualTo(200);
            site.serve(limited);
            assertThat(site.get("/").statusCode()).isEqualTo(200);
        }

        @Test
        void refusesLongContent() {
            site.serve(PAGES.withSizeLimit(5));

            assertThat(Client.send("POST", site.uri("/"), "12345").statusCode()).isEqualTo(405);
            assertThat(Client.send("POST", site.uri("/"), "123456").statusCode())
                    .isEqualTo(413);
        }
    }
}

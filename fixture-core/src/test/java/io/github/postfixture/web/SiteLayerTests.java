package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What stands in front of the documents of a site. */
class SiteLayerTests {

    private static final Site PAGES = Site.builder()
            .file("/index.html", "home")
            .file("/about.html", "about")
            .file("/404.html", "lost")
            .file("/401.html", "who are you?")
            .file("/staff/list.html", "list")
            .file("/style.css", "p {}")
            .build();

    private WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    private void serve(Site site) {
        web.close();
        web = WebServer.builder().site(site).start();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return Client.get(web.uri(path), headers);
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(" and ", response.headers().allValues(name));
    }

    @Nested
    class Redirecting {

        @Test
        void sendsClientsElsewhereWithTheirQuery() {
            serve(PAGES.withRedirect("/old/(.*)", 301, "/new/$1")
                    .withRedirect("/away", 307, "https://example.org/?to=1"));

            assertThat(get("/old/a%20b?x=1").statusCode()).isEqualTo(301);
            assertThat(header(get("/old/a%20b?x=1"), "Location")).isEqualTo("/new/a%20b?x=1");
            assertThat(get("/away?x=1").statusCode()).isEqualTo(307);
            assertThat(header(get("/away?x=1"), "Location")).isEqualTo("https://example.org/?to=1");
            assertThat(get("/older").statusCode()).isEqualTo(404);
        }

        @Test
        void takesTheFirstRuleThatMatches() {
            serve(PAGES.withRedirect("/a.*", 302, "/first").withRedirect("/ab", 302, "/second"));

            assertThat(header(get("/ab"), "Location")).isEqualTo("/first");
        }

        @Test
        void staysBelowThePrefixOfTheSite() {
            web = WebServer.builder()
                    .site("/shop", PAGES.withRedirect("/old", 308, "/new"))
                    .start();

            assertThat(header(get("/shop/old"), "Location")).isEqualTo("/shop/new");
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
            serve(PAGES.withRewrite("/pages/(\\w+)", "/$1.html"));

            assertThat(get("/pages/about?x").body()).isEqualTo("about");
            assertThat(get("/pages/none").statusCode()).isEqualTo(404);
        }

        @Test
        void leadsNobodyOutOfTheSite() {
            serve(PAGES.withRewrite("/x/(.*)", "/$1"));

            assertThat(get("/x/%2e%2e%2f%2e%2e%2fetc%2fpasswd").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class FallingBack {

        @Test
        void triesOnePathAfterTheOther() {
            serve(PAGES.withFallback("{path}.html", "/index.html"));

            assertThat(get("/about").body()).isEqualTo("about");
            assertThat(get("/orders/42").body()).isEqualTo("home");
            assertThat(get("/orders/42").statusCode()).isEqualTo(200);
            assertThat(get("/style.css").body()).isEqualTo("p {}");
        }
    }

    @Nested
    class ShowingErrors {

        @Test
        void keepsTheStatusAndShowsThePage() {
            serve(PAGES.withErrorPage(404, "/404.html"));

            HttpResponse<String> lost = get("/nowhere", "If-None-Match", "*", "Range", "bytes=0-1");
            assertThat(lost.statusCode()).isEqualTo(404);
            assertThat(lost.body()).isEqualTo("lost");
            assertThat(header(lost, "Content-Type")).isEqualTo("text/html");
            assertThat(header(lost, "ETag")).isEmpty();
        }

        @Test
        void keepsTheChallenge() {
            serve(PAGES.withBasicAuth("/", "Staff", Map.of()).withErrorPage(401, "/401.html"));

            HttpResponse<String> refused = get("/");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(header(refused, "WWW-Authenticate")).startsWith("Basic realm=\"Staff\"");
        }

        @Test
        void staysPlainIfThePageIsMissing() {
            serve(PAGES.withErrorPage(404, "/missing.html"));

            assertThat(get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(get("/nowhere").body()).isEqualTo("404 Not Found\n");
        }
    }

    @Nested
    class AskingForAPassword {

        @Test
        void letsIn() {
            serve(PAGES.withBasicAuth("/staff", "Staff only", Map.of("alice", "se:cret")));

            assertThat(get("/staff/list.html", "Authorization", basic("alice:se:cret"))
                            .body())
                    .isEqualTo("list");
            assertThat(get("/about.html").statusCode()).isEqualTo(200);
        }

        @Test
        void challengesEverybodyElseHoweverThePathIsSpelt() {
            serve(PAGES.withBasicAuth("/staff", "Staff only", Map.of("alice", "secret")));

            for (String path :
                    new String[] {"/staff/list.html", "//staff/list.html", "/%73taff/list.html", "/x/../staff/"}) {
                assertThat(get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(get("/staff/", "Authorization", basic("alice:wrong")).statusCode())
                    .isEqualTo(401);
            assertThat(get("/staff/", "Authorization", "Basic %%%").statusCode())
                    .isEqualTo(401);
            assertThat(get("/staff/", "Authorization", "Bearer x").statusCode()).isEqualTo(401);
            assertThat(header(get("/staff/"), "WWW-Authenticate")).isEqualTo("Basic realm=\"Staff only\"");
            assertThat(get("/staffing").statusCode()).isEqualTo(404);
        }

        @Test
        void standsInTheWayOfRewritesAndFallbacksToo() {
            serve(PAGES.withBasicAuth("/staff", "Staff", Map.of())
                    .withRewrite("/open", "/staff/list.html")
                    .withFallback("/staff/list.html"));

            assertThat(get("/open").statusCode()).isEqualTo(401);
            assertThat(get("/nowhere").statusCode()).isEqualTo(401);
        }

        @Test
        void challengesInAnyCaseWhereNamesHaveAnyCase() {
            serve(PAGES.withBasicAuth("/staff", "Staff", Map.of()).behavingLike(Behaviour.IIS));

            assertThat(get("/STAFF/list.html").statusCode()).isEqualTo(401);
            assertThat(get("/x\\..\\staff/list.html".replace("\\", "%5c")).statusCode())
                    .isIn(400, 401);
        }

        private String basic(String pair) {
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class LettingOtherOriginsIn {

        @Test
        void answersAPreflight() {
            serve(PAGES.withCors(
                    Cors.origins("https://app.example").withCredentials().withMethods("GET", "PUT")));

            HttpResponse<String> answer = Client.send(
                    "OPTIONS",
                    web.uri("/about.html"),
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
            serve(PAGES.withCors(Cors.origins("https://app.example").exposing("ETag"))
                    .withCompression());

            HttpResponse<String> known = get("/about.html", "Origin", "https://app.example");
            assertThat(header(known, "Access-Control-Allow-Origin")).isEqualTo("https://app.example");
            assertThat(header(known, "Access-Control-Expose-Headers")).isEqualTo("ETag");
            HttpResponse<String> stranger = get("/about.html", "Origin", "https://evil.example");
            assertThat(header(stranger, "Access-Control-Allow-Origin")).isEmpty();
            assertThat(header(stranger, "Vary")).isEqualTo("Origin");
            assertThat(stranger.body()).isEqualTo("about");
        }

        @Test
        void greetsAnybodyWithAStar() {
            serve(PAGES.withCors(Cors.anyOrigin()));

            HttpResponse<String> answer = get("/about.html", "Origin", "https://any.example");
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(answer, "Vary")).isEmpty();
        }
    }

    @Nested
    class Labelling {

        @Test
        void setsFieldsOfAllAnswers() {
            serve(PAGES.withSecurityHeaders()
                    .withHeader("X-Frame-Options", "SAMEORIGIN")
                    .withErrorPage(404, "/404.html"));

            assertThat(header(get("/"), "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(get("/nowhere"), "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(get("/"), "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        }

        @Test
        void saysHowLongAnswersMayBeKept() {
            serve(PAGES.withCacheControl(".*", "no-cache").withCacheControl(".*\\.css", "max-age=3600, immutable"));

            HttpResponse<String> style = get("/style.css");
            assertThat(header(style, "Cache-Control")).isEqualTo("max-age=3600, immutable");
            assertThat(header(style, "Expires")).endsWith(" GMT");
            HttpResponse<String> kept = get("/style.css", "If-None-Match", header(style, "ETag"));
            assertThat(kept.statusCode()).isEqualTo(304);
            assertThat(header(kept, "Cache-Control")).isEqualTo("max-age=3600, immutable");
            assertThat(header(get("/"), "Cache-Control")).isEqualTo("no-cache");
            assertThat(header(get("/"), "Expires")).isEmpty();
        }
    }

    @Nested
    class Limiting {

        @Test
        void refusesMoreThanSoManyRequestsAndSaysWhenToComeBack() {
            serve(PAGES.withRateLimit(2, Duration.ofHours(1)));

            assertThat(get("/").statusCode()).isEqualTo(200);
            assertThat(get("/").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = get("/");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(3_000, 3_600);
        }

        @Test
        void countsForEachServerAnew() {
            Site site = PAGES.withRateLimit(1, Duration.ofHours(1));
            serve(site);
            assertThat(get("/").statusCode()).isEqualTo(200);
            serve(site);
            assertThat(get("/").statusCode()).isEqualTo(200);
        }

        @Test
        void refusesLongContent() {
            serve(PAGES.withSizeLimit(5));

            assertThat(Client.send("POST", web.uri("/"), "12345").statusCode()).isEqualTo(405);
            assertThat(Client.send("POST", web.uri("/"), "123456").statusCode()).isEqualTo(413);
        }
    }
}

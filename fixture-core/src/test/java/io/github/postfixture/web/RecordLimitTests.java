package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.OwnJvm;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the record of exchanges holds of contents, and what it says of those that it does not hold any more. */
class RecordLimitTests {

    private static final int MEGABYTE = 1 << 20;

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofMillis(500)).maxRecord(1000).start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void dropsTheOldestContentsAndSaysSo() {
        web.serve("/a", request -> Response.text(request.body()));

        post("/a", "1".repeat(300));
        post("/a", "2".repeat(300));

        Exchange dropped = web.exchanges().get(0);
        assertThatThrownBy(() -> dropped.request().body())
                .isInstanceOf(AssertionError.class)
                .hasMessage(lost("POST /a \u2192 200 (stub), 300 bytes, text/plain"));
        assertThatThrownBy(() -> dropped.request().bytes())
                .hasMessage(lost("POST /a \u2192 200 (stub), 300 bytes, text/plain"));
        assertThatThrownBy(() -> dropped.response().orElseThrow().body())
                .isInstanceOf(AssertionError.class)
                .hasMessage(lost("POST /a \u2192 200 (stub), 300 bytes, text/plain"));
        assertThat(dropped.request().length()).isEqualTo(300);
        assertThat(dropped.response().orElseThrow().length()).isEqualTo(300);
        assertThat(web.exchanges().get(1)).body().hasSize(300);
        assertThat(web.exchanges().get(1)).responseBody().hasSize(300);
    }

    @Test
    void neverTakesADroppedContentForAnEmptyOne() {
        web.serve("/{all*}", Response.ok());
        post("/a", "{\"n\": 1}" + " ".repeat(800));
        post("/b", " ".repeat(800));
        String lost = lost("POST /a \u2192 200 (stub)");
        RequestCriteria empty = RequestCriteria.path("/a").and(RequestCriteria.body(""));

        assertThatThrownBy(() -> assertThat(web.exchanges().get(0)).hasJson("{}"))
                .hasMessage(lost);
        assertThatThrownBy(() -> assertThat(web).hasRequestCount(0, RequestCriteria.json("{}")))
                .hasMessage(lost);
        assertThatThrownBy(() -> web.awaitRequest(empty))
                .isInstanceOf(AssertionError.class)
                .hasMessage(lost);
        assertThatThrownBy(() -> web.har()).hasMessage(lost);
    }

    @Test
    void comparesWhatNeedsNoContent() {
        web.serve("/{all*}", Response.ok());
        post("/a", " ".repeat(800));
        post("/b", " ".repeat(800));

        assertThat(web).hasRequestCount(1, RequestCriteria.path("/a"));
        assertThat(web.awaitRequest(RequestCriteria.path("/a").and(RequestCriteria.method("POST"))))
                .hasPath("/a");
    }

    @Test
    void saysInFailuresOfOthersThatItIsLost() {
        web.serve("/{all*}", Response.ok());
        post("/a", " ".repeat(800));
        web.awaitRequest();
        post("/b", " ".repeat(800));

        assertThatThrownBy(() -> web.awaitRequest(RequestCriteria.body("x")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\n  POST /a \u2192 200 (stub) (already awaited)\n");
    }

    @Test
    void dropsLastWhatNoAwaitHasReturned() {
        web.serve("/{all*}", Response.ok());
        post("/old", " ".repeat(400));
        post("/seen", " ".repeat(400));
        web.awaitRequest("/seen");
        post("/new", " ".repeat(400));

        assertThatThrownBy(() -> web.exchanges().get(1).request().body())
                .hasMessage(lost("POST /seen \u2192 200 (stub)"));
        assertThat(web.awaitRequest("/old")).body().hasSize(400);
        assertThat(web.awaitRequest("/new")).body().hasSize(400);
    }

    @Test
    void doesNotCountWhatIsHeldAnyway(@TempDir Path folder) throws IOException {
        String large = "x".repeat(100_000);
        Path file = Files.writeString(folder.resolve("a.txt"), large);
        Path small = Files.writeString(folder.resolve("b.txt"), "x".repeat(900));
        try (WebServer sites = WebServer.builder()
                .maxRecord(1000)
                .site("/disk", Site.directory(folder))
                .site("/memory", Site.of(Map.of("/a.txt", large)))
                .start()) {
            sites.serve("/stub", Response.text(large));
            sites.serve("/paced", Response.text(large).inChunks(2, Duration.ofMillis(1)));
            sites.serve("/file", Response.file("text/plain", file));
            sites.serve("/small", Response.file("text/plain", small));
            for (String path : new String[] {"/stub", "/paced", "/disk/a.txt", "/memory/a.txt", "/file"}) {
                Client.get(sites.uri(path));
                Client.get(sites.uri("/small"));
                assertThat(sites.awaitRequest(path)).responseBody().isEqualTo(large);
            }
            assertThat(sites.exchanges())
                    .allSatisfy(exchange -> assertThat(exchange).responseBody().hasSizeBetween(900, 100_000));
        }
    }

    @Test
    void readsPartsOfFilesAgain(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "x".repeat(100_000) + "abc" + "y".repeat(100_000));
        try (WebServer site =
                WebServer.builder().maxRecord(0).site(Site.directory(folder)).start()) {
            assertThat(Client.get(site.uri("/a.txt"), "Range", "bytes=99999-100003")
                            .body())
                    .isEqualTo("xabcy");
            Client.get(site.uri("/a.txt"), "Range", "bytes=1-80000");

            assertThat(site.awaitRequest()).responseBody().isEqualTo("xabcy");
            assertThat(site.awaitRequest()).responseBody().isEqualTo("x".repeat(80_000));
        }
    }

    @Test
    void noticesThatAFileHasChanged(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x".repeat(100_000));
        web.serve("/file", Response.file("text/plain", file));
        Client.get(web.uri("/file"));
        Exchange exchange = web.awaitRequest();
        assertThat(exchange).responseBody().hasSize(100_000);

        Files.writeString(file, "y".repeat(100_000));
        String changed =
                "The content was not copied, as it was that of a file, and the file has changed since; look at it"
                        + " before";
        assertThatThrownBy(() -> assertThat(exchange).responseBody().isEmpty()).hasMessage(changed);
        Files.delete(file);
        assertThatThrownBy(() -> exchange.response().orElseThrow().bytes())
                .isInstanceOf(AssertionError.class)
                .hasMessage(changed);
    }

    @Test
    void copiesWhatIsShortSoThatTheFileMayChange(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "first");
        web.serve("/file", Response.file("text/plain", file));
        Client.get(web.uri("/file"));
        Files.writeString(file, "other");

        assertThat(web.awaitRequest()).responseBody().isEqualTo("first");
    }

    @Test
    void countsWhatWasMadeForOneAnswer() {
        web.serve("/made", request -> Response.text("x".repeat(600)));
        web.serve("/stream", Response.stream("text/plain", () -> new ByteArrayInputStream(new byte[600])));
        for (String path : new String[] {"/made", "/stream", "/made"}) {
            Client.get(web.uri(path));
        }

        assertThatThrownBy(() -> web.exchanges().get(0).response().orElseThrow().bytes())
                .hasMessage(lost("GET /made \u2192 200 (stub), 600 bytes, text/plain"));
        assertThatThrownBy(() -> web.exchanges().get(1).response().orElseThrow().bytes())
                .hasMessage(lost("GET /stream \u2192 200 (stub), 600 bytes, text/plain"));
        assertThat(web.exchanges().get(2)).responseBody().hasSize(600);
    }

    @Test
    void letsHandlersReadMoreThanItHolds() {
        web.serve("/a", request -> Response.text("" + request.body().length()));

        assertThat(post("/a", " ".repeat(5000))).isEqualTo("5000");
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebServer.builder().maxRecord(-1))
                .withMessage("maxRecord (-1) must not be negative");
    }

    @Test
    @Timeout(300)
    void letsASmallHeapServeAndTakeAnyNumberOfContents() throws IOException {
        assertThat(OwnJvm.said(ServeMuch.class, "-Xmx64m")).isEqualTo("2000 and 200\n");
    }

    /** Serves a file of 1 MB 2,000 times, and takes as much 200 times, with all settings as they are by default. */
    public static final class ServeMuch {

        private ServeMuch() {}

        /** Say how often the record knows what was sent. */
        public static void main(String... arguments) throws Exception {
            Path folder = Files.createTempDirectory("much");
            Path file = Files.write(folder.resolve("much.bin"), new byte[MEGABYTE]);
            try (WebServer web =
                    WebServer.builder().site(Site.directory(folder)).start()) {
                web.serve("/take", Response.ok());
                HttpClient client = HttpClient.newHttpClient();
                HttpRequest get = HttpRequest.newBuilder(web.uri("/much.bin")).build();
                for (int i = 0; i < 2000; i++) {
                    client.send(get, BodyHandlers.discarding());
                }
                HttpRequest post = HttpRequest.newBuilder(web.uri("/take"))
                        .POST(BodyPublishers.ofFile(file))
                        .build();
                for (int i = 0; i < 200; i++) {
                    client.send(post, BodyHandlers.discarding());
                }
                long known = IntStream.range(0, 2000)
                        .filter(i -> bytes(web.exchanges().get(i)) == MEGABYTE)
                        .count();
                System.out.print(known + " and " + (web.exchanges().size() - 2000) + "\n");
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        }

        private static int bytes(Exchange exchange) {
            return exchange.response().orElseThrow().bytes().length;
        }
    }

    private String post(String path, String content) {
        return Client.send("POST", web.uri(path), content).body();
    }

    private static String lost(String exchange) {
        return "The content of " + exchange
                + " was dropped from the record of the web server, which holds 1000 bytes of"
                + " contents, the oldest first to go; hold more by WebServer.builder().maxRecord(bytes)";
    }
}

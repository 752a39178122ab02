package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTests {

    @TempDir
    Path directory;

    private WebServer web;

    @BeforeEach
    void start() throws IOException {
        Path root = Files.createDirectories(directory.resolve("root"));
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), "<h1>Home</h1>");
        Files.writeString(root.resolve("digits.txt"), "0123456789");
        Files.createDirectories(root.resolve("empty"));
        Files.writeString(Files.createDirectories(root.resolve("sub")).resolve("index.html"), "<h1>Sub</h1>");
        web = WebServer.builder()
                .site(Site.directory(root))
                .site("/jar/", Site.classPath("org/assertj/core/api"))
                .site("/docs", Site.classPath("web-site"))
                .start();
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void servesAFileWithItsTypeAndWithoutTheServersName() {
        HttpResponse<String> response = Client.get(web.uri("/digits.txt"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("0123456789");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void recordsWhatItServes() {
        Client.get(web.uri("/digits.txt"));

        Exchange exchange = web.awaitRequest();
        assertThat(exchange).hasToString("GET /digits.txt \u2192 200 (site), 10 bytes, text/plain");
        assertThat(exchange.response().orElseThrow().body()).isEqualTo("0123456789");
    }

    @Test
    void recordsALargeFileWhole() throws IOException {
        Files.write(directory.resolve("root/large.bin"), new byte[3_000_000]);

        assertThat(Client.get(web.uri("/large.bin")).body()).hasSize(3_000_000);

        Response sent = web.awaitRequest().response().orElseThrow();
        assertThat(sent.length()).isEqualTo(3_000_000);
        assertThat(sent.bytes()).hasSize(3_000_000);
    }

    @Test
    void seesAChangeAtOnce() throws IOException {
        Client.get(web.uri("/digits.txt"));
        Files.writeString(directory.resolve("root/digits.txt"), "changed");

        assertThat(Client.get(web.uri("/digits.txt")).body()).isEqualTo("changed");
    }

    @Test
    void answersADirectoryWithItsIndexAndNeverWithAList() {
        assertThat(Client.get(web.uri("/")).body()).isEqualTo("<h1>Home</h1>");
        assertThat(Client.get(web.uri("/sub/")).body()).isEqualTo("<h1>Sub</h1>");
        assertThat(Client.get(web.uri("/empty/")).statusCode()).isEqualTo(403);
        assertThat(Client.get(web.uri("/empty/")).body()).isEqualTo("403 Forbidden\n");
    }

    @Test
    void sendsTheReaderOfADirectoryToThePathWithASlash() {
        HttpResponse<String> response = Client.get(web.uri("/sub?x=1"));

        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.headers().firstValue("Location")).hasValue("/sub/?x=1");
    }

    @Test
    void refusesToPost() {
        HttpResponse<String> response = Client.send("POST", web.uri("/digits.txt"), "x");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void servesBelowAPrefixFromTheClassPathAndFromAJar() {
        assertThat(web.open("/docs/").title()).isEqualTo("Home");
        assertThat(Client.get(web.uri("/docs/sub/style.css")).headers().firstValue("Content-Type"))
                .hasValue("text/css");
        assertThat(Client.get(web.uri("/jar/Assertions.class")).statusCode()).isEqualTo(200);
        assertThat(Client.get(web.uri("/docsindex.html")).statusCode()).isEqualTo(404);
    }

    @Test
    void answersStubsBeforeFiles() {
        web.serve("/digits.txt", Response.text("stub"));

        assertThat(Client.get(web.uri("/digits.txt")).body()).isEqualTo("stub");
    }

    @Test
    void tellsWhichSitesThereAre() {
        assertThat(Client.get(web.uri("/nowhere")).body())
                .isEqualTo("No stub answers GET /nowhere; the stubs are:\n"
                        + "  GET /docs/** from class path web-site\n"
                        + "  GET /jar/** from class path"
                        + " org/assertj/core/api\n"
                        + "  GET /**"
                        + " from"
                        + " directory"
                        + " " + directory.resolve("root") + "\n");
    }

    @Test
    void keepsToItsDirectory() throws IOException {
        for (String path : new String[] {
            "/../secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e/secret.txt",
            "/sub/..%2f..%2fsecret.txt",
            "/..;/secret.txt",
            "/sub/%2e%2e%2f%2e%2e%2fsecret.txt",
            "/..%5csecret.txt",
            "//../secret.txt"
        }) {
            try (RawClient client = RawClient.to(web.http())) {
                String answer = client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .readAll();
                assertThat(answer).as(path).startsWith("HTTP/1.1 4").doesNotEndWith("\r\n\r\nsecret");
            }
        }
    }

    @Nested
    class Validating {

        @Test
        void tagsAFileStronglyAndAnswers304WithoutForbiddingToKeepIt() {
            String tag = Client.get(web.uri("/digits.txt"))
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            assertThat(tag).startsWith("\"").endsWith("\"");

            HttpResponse<String> response = Client.get(web.uri("/digits.txt"), "If-None-Match", tag);

            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.headers().firstValue("ETag")).hasValue(tag);
            assertThat(response.headers().firstValue("Cache-Control")).isEmpty();
            assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        }

        @Test
        void answersAnIndexWith304Too() {
            String tag = Client.get(web.uri("/")).headers().firstValue("ETag").orElseThrow();

            assertThat(Client.get(web.uri("/"), "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }

        @Test
        void sendsARangeIfTheClientsPartIsFresh() {
            String tag = Client.get(web.uri("/digits.txt"))
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();

            HttpResponse<String> fresh = Client.get(web.uri("/digits.txt"), "Range", "bytes=2-4", "If-Range", tag);
            HttpResponse<String> stale = Client.get(web.uri("/digits.txt"), "Range", "bytes=2-4", "If-Range", "\"x\"");

            assertThat(fresh.statusCode()).isEqualTo(206);
            assertThat(fresh.body()).isEqualTo("234");
            assertThat(stale.statusCode()).isEqualTo(200);
            assertThat(stale.body()).isEqualTo("0123456789");
        }

        @Test
        void refusesARangeBeyondTheEnd() {
            HttpResponse<String> response = Client.get(web.uri("/digits.txt"), "Range", "bytes=50-");

            assertThat(response.statusCode()).isEqualTo(416);
            assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes */10");
        }
    }

    @Test
    void saysAtOnceThatADirectoryIsMissing() {
        Path missing = directory.resolve("missing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.directory(missing))
                .withMessage(
                        "directory (" + missing + ") must be an existing directory; it is looked for at " + missing);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.classPath("web-missing"))
                .withMessage("resource (web-missing) must be a directory on the class path,"
                        + " written without a slash in front");
    }
}

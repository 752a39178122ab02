package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that fetch sites. */
@Tag("real-client")
class SiteProgramTests {

    @TempDir
    Path directory;

    private byte[] large;
    private WebServer web;

    @BeforeEach
    void start() {
        large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        Site site = Site.builder()
                .file(
                        "/index.html",
                        "<link rel=stylesheet href=style.css><a href='sub/'>sub</a><a href='large.bin'>l</a>")
                .file("/style.css", "p { color: red }\n".repeat(100))
                .file("/sub/index.html", "<a href='../'>up</a><a href='page.html?x=1'>page</a>")
                .file("/sub/page.html", "page")
                .file("/large.bin", large)
                .build();
        web = WebServer.builder().site(site.withCompression()).start();
    }

    @AfterEach
    void close() {
        web.close();
    }

    private String uri(String path) {
        return web.uri(path).toString();
    }

    private static RealClient wget() {
        return RealClient.named("wget", "--no-config", "--no-proxy", "--no-hsts", "-nv", "-T", "10", "-t", "2");
    }

    @Test
    void wgetMirrorsASite() {
        wget().run("-r", "-nH", "-P", directory.toString(), uri("/"));

        assertThat(directory.resolve("index.html")).exists();
        assertThat(directory.resolve("style.css")).content().startsWith("p {");
        assertThat(directory.resolve("sub/index.html")).exists();
        assertThat(directory.resolve("sub/page.html?x=1")).hasContent("page");
        assertThat(directory.resolve("large.bin")).hasBinaryContent(large);
    }

    @Test
    void wgetFetchesAgainOnlyWhatChanged() {
        wget().run("-N", "-P", directory.toString(), uri("/large.bin"));
        wget().run("-N", "-P", directory.toString(), uri("/large.bin"));

        assertThat(web.exchanges())
                .extracting(exchange -> exchange.response().orElseThrow().status())
                .containsExactly(200, 304);
    }

    @Test
    void wgetResumes() throws IOException {
        Path file = begun();
        wget().run("-c", "-O", file.toString(), uri("/large.bin"));

        assertResumed(file);
    }

    @Test
    void curlResumes() throws IOException {
        Path file = begun();
        RealClient.curl().run("-C", "-", "-o", file.toString(), uri("/large.bin"));

        assertResumed(file);
    }

    private Path begun() throws IOException {
        return Files.write(directory.resolve("large.bin"), Arrays.copyOf(large, 1_000_000));
    }

    private void assertResumed(Path file) {
        assertThat(file).hasBinaryContent(large);
        Response sent = web.awaitRequest().response().orElseThrow();
        assertThat(sent.status()).isEqualTo(206);
        assertThat(sent.length()).isEqualTo(2_000_000);
    }

    @Test
    void curlUnpacksWhatIsCompressed() {
        String text = RealClient.curl().run("--compressed", uri("/style.css"));

        assertThat(text).isEqualTo("p { color: red }\n".repeat(100));
        assertThat(web.awaitRequest().response().orElseThrow().header("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void curlTakesPartsAndFollowsRedirects() {
        assertThat(RealClient.curl().run("-r", "0-0,2-3", uri("/sub/page.html")))
                .contains("bytes 0-0/4");
        assertThat(RealClient.curl().run("-L", uri("/sub"))).startsWith("<a href='../'>");
    }

    @Test
    void aria2FetchesSegmentsAtOnce() {
        RealClient.named("aria2c", "--no-conf", "--no-netrc", "-q", "--all-proxy=", "--allow-overwrite=true")
                .run("-x", "3", "-s", "3", "-k", "1M", "-d", directory.toString(), uri("/large.bin"));

        assertThat(directory.resolve("large.bin")).hasBinaryContent(large);
        assertThat(web.exchanges()).hasSizeGreaterThan(1);
    }
}

package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.site.ServerFlavor;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Microsoft's documentation says of IIS, which does not run here. */
class IisTests {

    @TempDir
    Path root;

    private WebServer web;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(root.resolve("sub"));
        Path page = Files.writeString(root.resolve("Page.html"), "page");
        Files.setLastModifiedTime(page, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        Files.writeString(root.resolve("web.config"), "<configuration/>");
        Files.writeString(root.resolve("data.unknown"), "x");
        web = WebServer.builder()
                .site(Site.directory(root).behavingLike(ServerFlavor.IIS))
                .start();
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpResponse<String> get(String path) {
        return Client.get(web.uri(path));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void namesItself() {
        assertThat(header(get("/Page.html"), "Server")).isEqualTo("Microsoft-IIS/10.0");
        assertThat(header(get("/nowhere.html"), "Server")).isEqualTo("Microsoft-IIS/10.0");
    }

    /** Names on NTFS have no case. */
    @Test
    void findsNamesInAnyCase() {
        assertThat(get("/PAGE.HTML").body()).isEqualTo("page");
    }

    /** Learn: "ETag": the time of change as a FILETIME in hexadecimal, a colon, and a change number. */
    @Test
    void tagsByTheFileTime() {
        long ticks = (Instant.parse("2026-01-02T03:04:05Z").getEpochSecond() + 11_644_473_600L) * 10_000_000;
        assertThat(header(get("/Page.html"), "ETag")).isEqualTo("\"" + Long.toHexString(ticks) + ":0\"");
    }

    /** Learn, staticContent: IIS serves no file whose extension has no mimeMap (404.3). */
    @Test
    void servesNothingOfUnknownType() {
        assertThat(get("/data.unknown").statusCode()).isEqualTo(404);
    }

    /** Learn, requestFiltering, hiddenSegments: web.config, bin, App_code and others are not served (404.8). */
    @Test
    void hidesItsConfiguration() {
        assertThat(get("/web.config").statusCode()).isEqualTo(404);
        assertThat(get("/Web.Config").statusCode()).isEqualTo(404);
    }

    /** The courtesy redirect of the static file module is 301 with the address of the client's Host. */
    @Test
    void redirectsToTheFolderWithASlash() {
        HttpResponse<String> response = get("/sub?x=1");

        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(header(response, "Location")).isEqualTo(web.uri("/sub/?x=1").toString());
        assertThat(response.body()).contains("<title>Document Moved</title>");
    }

    /** Learn, HTTP status codes: 403.14, directory listing denied. */
    @Test
    void refusesToListAFolder() {
        assertThat(get("/sub/").statusCode()).isEqualTo(403);
        assertThat(get("/sub/").body()).contains("403 - Forbidden: Access is denied.");
    }

    /** Learn, HTTP status codes: 405.0, method not allowed. */
    @Test
    void allowsNoPostToAFile() {
        HttpResponse<String> response = Client.send("POST", web.uri("/Page.html"), "x");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, OPTIONS, TRACE");
    }

    /** The OPTIONS verb handler answers for every path. */
    @Test
    void tellsItsMethods() {
        HttpResponse<String> response = Client.send("OPTIONS", web.uri("/Page.html"), "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Allow")).isEqualTo("OPTIONS, TRACE, GET, HEAD, POST");
        assertThat(header(response, "Public")).isEqualTo("OPTIONS, TRACE, GET, HEAD, POST");
    }
}

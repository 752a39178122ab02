package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.site.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranges, conditions and content codings. */
class SiteDeliveryTests {

    private static final String LONG = "p { color: red }\n".repeat(500);

    private WebServer web;

    @BeforeEach
    void start() {
        Site site = Site.builder()
                .file("/digits.txt", "0123456789")
                .file("/empty.txt", "")
                .file("/style.css", LONG)
                .file("/app.js", "let plain")
                .file("/app.js.gz", "gzipped")
                .file("/app.js.br", "brotli")
                .build();
        web = WebServer.builder()
                .site(site.withCompression().withPrecompressed())
                .start();
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return Client.get(web.uri(path), headers);
    }

    private HttpResponse<String> range(String range) {
        return get("/digits.txt", "Range", range);
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(" and ", response.headers().allValues(name));
    }

    @Test
    void sendsOneRange() {
        assertThat(range("bytes=2-4").body()).isEqualTo("234");
        assertThat(range("bytes=7-").body()).isEqualTo("789");
        assertThat(range("bytes=7-1000000000000").body()).isEqualTo("789");
        assertThat(range("bytes=-3").body()).isEqualTo("789");
        assertThat(range("bytes=-30").body()).isEqualTo("0123456789");
        assertThat(range("bytes=50-,2-4").body()).isEqualTo("234");
        assertThat(header(range("bytes=-3"), "Content-Range")).isEqualTo("bytes 7-9/10");
        assertThat(range("bytes=-3").statusCode()).isEqualTo(206);
    }

    @Test
    void sendsManyRangesInParts() {
        HttpResponse<String> response = range("bytes=0-1, 4-5");

        assertThat(response.statusCode()).isEqualTo(206);
        String boundary = header(response, "Content-Type").replace("multipart/byteranges; boundary=", "");
        assertThat(response.body().replace(boundary, "B"))
                .isEqualTo("\r\n--B\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                        + "\r\n--B\r\nContent-Type: text/plain\r\nContent-Range: bytes 4-5/10\r\n\r\n45\r\n--B--\r\n");
        assertThat(header(response, "Content-Length"))
                .isEqualTo(Integer.toString(response.body().length()));
    }

    @Test
    void sendsTheWholeForRangesThatAreMoreThanTheWholeOrMakeNoSense() {
        for (String range : List.of("bytes=0-8,1-9", "lines=1-2", "bytes=abc", "bytes=5-2", "bytes=", "bytes=-")) {
            assertThat(range(range).statusCode()).as(range).isEqualTo(200);
            assertThat(range(range).body()).as(range).isEqualTo("0123456789");
        }
    }

    @Test
    void sendsTheWholeForRangesOfNothingAndForTwoFields() {
        assertThat(get("/empty.txt", "Range", "bytes=0-").statusCode()).isEqualTo(200);
        assertThat(get("/empty.txt", "Range", "bytes=-5").statusCode()).isEqualTo(200);
        assertThat(get("/digits.txt", "Range", "bytes=0-1", "Range", "bytes=4-5")
                        .body())
                .isEqualTo("0123456789");
    }

    @Test
    void leavesOutEmptyElementsOfAListOfRanges() {
        assertThat(range("bytes=,2-4,").body()).isEqualTo("234");
        assertThat(range("bytes=,").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesRangesOfWhichNoneIsThere() {
        for (String range : List.of("bytes=10-", "bytes=-0", "bytes=50-60,70-")) {
            assertThat(range(range).statusCode()).as(range).isEqualTo(416);
            assertThat(header(range(range), "Content-Range")).as(range).isEqualTo("bytes */10");
        }
    }

    @Test
    void weighsConditionsInTheOrderOfTheRules() {
        HttpResponse<String> whole = get("/digits.txt");
        String tag = header(whole, "ETag");
        String date = header(whole, "Last-Modified");
        String before = "Sat, 01 Jan 2000 00:00:00 GMT";

        assertThat(status("If-Match", tag)).isEqualTo(200);
        assertThat(status("If-Match", "\"x\"")).isEqualTo(412);
        assertThat(status("If-Match", "W/" + tag)).isEqualTo(412);
        assertThat(status("If-Match", "*", "If-Unmodified-Since", before)).isEqualTo(200);
        assertThat(status("If-Unmodified-Since", before)).isEqualTo(412);
        assertThat(status("If-Unmodified-Since", date)).isEqualTo(200);
        assertThat(status("If-None-Match", "\"x\", W/" + tag)).isEqualTo(304);
        assertThat(status("If-None-Match", "*")).isEqualTo(304);
        assertThat(status("If-None-Match", "\"x\"", "If-Modified-Since", date)).isEqualTo(200);
        assertThat(status("If-Modified-Since", date)).isEqualTo(304);
        assertThat(status("If-Modified-Since", before)).isEqualTo(200);
        assertThat(status("If-Modified-Since", "Saturday, 01-Jan-00 00:00:00 GMT"))
                .isEqualTo(200);
        assertThat(status("If-Modified-Since", "nonsense")).isEqualTo(200);
        assertThat(status("If-None-Match", tag, "Range", "bytes=0-1")).isEqualTo(304);
    }

    private int status(String... headers) {
        return get("/digits.txt", headers).statusCode();
    }

    @Test
    void compressesTextForThoseWhoTakeIt() throws IOException {
        HttpResponse<byte[]> response = bytes(web.uri("/style.css"), "br;q=0.1, gzip");

        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(response, "ETag")).endsWith("-gzip\"");
        assertThat(response.body().length).isLessThan(LONG.length() / 10);
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(LONG);
        }
        String tag = header(response, "ETag");
        assertThat(get("/style.css", "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/style.css", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<byte[]> bytes(URI uri, String encodings) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept-Encoding", encodings).build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void compressesForNobodyElse() {
        for (String encodings : List.of(
                "identity",
                "gzip;q=0",
                "deflate",
                "*;q=0, br",
                "identity;q=0",
                "identity, gzip;q=0.5",
                "gzip;q=0, *")) {
            HttpResponse<String> response = get("/style.css", "Accept-Encoding", encodings);

            assertThat(header(response, "Content-Encoding")).as(encodings).isEmpty();
            assertThat(header(response, "Vary")).as(encodings).isEqualTo("Accept-Encoding");
            assertThat(response.body()).as(encodings).isEqualTo(LONG);
        }
    }

    @Test
    void prefersTheCompressedNeighbourThatTheClientLikesBest() {
        assertThat(get("/app.js", "Accept-Encoding", "gzip, br").body()).isEqualTo("brotli");
        assertThat(get("/app.js", "Accept-Encoding", "gzip, br;q=0.5").body()).isEqualTo("gzipped");
        assertThat(get("/app.js").body()).isEqualTo("let plain");
        HttpResponse<String> response = get("/app.js", "Accept-Encoding", "br");
        assertThat(header(response, "Content-Type")).isEqualTo("text/javascript");
        assertThat(header(response, "Content-Encoding")).isEqualTo("br");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void answersHeadWithTheHeadOfGet() {
        HttpResponse<String> response = Client.send("HEAD", web.uri("/digits.txt"), "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Length")).isEqualTo("10");
        assertThat(response.body()).isEmpty();
    }
}

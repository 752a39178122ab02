package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.github.postfixture.BareClassLoader;
import io.github.postfixture.json.Json;
import io.github.postfixture.web.recording.Har;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content whose codings are taken away before it is read (RFC 9110 section 8.4). */
class ContentCodingTests {

    private static final String ORDER = "{\"item\": \"tea\", \"count\": 2}";

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofMillis(500)).start();

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZip",
                "x-gzip",
                "deflate",
                "raw deflate",
                "br",
                "identity",
                "deflate, gzip",
                "gzip,, br, ",
                ""
            })
    void areTakenAwayForWhoeverReads(String codings) throws Exception {
        web.on("POST", "/orders")
                .withJson(ORDER)
                .answer(request -> Response.text(request.json().at("item").text()));
        byte[] coded = coded(codings, ORDER);

        HttpResponse<String> response = post("/orders", codings.replace("raw ", ""), "application/json", coded);

        assertThat(response.body()).isEqualTo("tea");
        Exchange exchange = web.awaitRequest(RequestCriteria.jsonContaining("{\"count\": 2}"));
        assertThat(exchange).hasJson(ORDER).body().isEqualTo(ORDER);
        assertThat(exchange.request().bytes()).isEqualTo(coded);
        assertThat(exchange.request().length()).isEqualTo(coded.length);
    }

    @Test
    void areTakenAwayFromFormsPartsTextAndXml() throws Exception {
        web.on("POST", "/form").withForm("name", "J\u00fcrgen").answer(Response.text("form"));
        web.on("POST", "/part").withPart("name", "tea").answer(Response.text("part"));
        web.on("POST", "/text").withBody("tea").answer(Response.text("text"));
        web.on("POST", "/xml").withXml("<tea/>").answer(Response.text("xml"));
        String part = "--x\r\nContent-Disposition: form-data; name=name\r\n\r\ntea\r\n--x--\r\n";

        assertThat(post("/form", "gzip", "application/x-www-form-urlencoded", coded("gzip", "name=J%C3%BCrgen"))
                        .body())
                .isEqualTo("form");
        assertThat(post("/part", "gzip", "multipart/form-data; boundary=x", coded("gzip", part))
                        .body())
                .isEqualTo("part");
        assertThat(post("/text", "gzip", "text/plain", coded("gzip", "tea")).body())
                .isEqualTo("text");
        assertThat(post("/xml", "gzip", "text/xml", coded("gzip", "<tea/>")).body())
                .isEqualTo("xml");
        assertThat(web.exchanges().get(0)).hasFormParameter("name", "J\u00fcrgen");
    }

    @Test
    void areTakenAwayFromTheRecordOfAnswers() throws Exception {
        web.serve("/", Response.bytes("application/json", coded("gzip", ORDER)).withHeader("Content-Encoding", "gzip"));

        Client.get(web.uri("/"));

        Exchange exchange = web.awaitRequest();
        assertThat(exchange).hasResponseJson(ORDER).responseBody().isEqualTo(ORDER);
        assertThat(exchange.response().orElseThrow().bytes()).isEqualTo(coded("gzip", ORDER));
    }

    @Test
    void areTakenAwayFromWhatASiteCompresses() throws Exception {
        try (WebServer site = WebServer.builder()
                .site(Site.of(Map.of("/a.txt", "tea ".repeat(100))).withCompression())
                .start()) {
            Client.get(site.uri("/a.txt"), "Accept-Encoding", "gzip");

            assertThat(site.awaitRequest()).responseBody().isEqualTo("tea ".repeat(100));
        }
    }

    @Test
    void thatAreUnknownAreNamed() throws Exception {
        assertUndecodable("zstd", new byte[] {1}, "content coded as zstd, of which zstd is unknown here");
        assertUndecodable("gzip, zstd", new byte[] {1}, "content coded as gzip, zstd, of which zstd is unknown here");
    }

    @Test
    void thatAreBrokenAreNamed() throws Exception {
        byte[] whole = coded("gzip", ORDER);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertUndecodable("gzip", half, "content coded as gzip that cannot be decoded: it ends too early");
        assertUndecodable("gzip", new byte[0], "content coded as gzip that cannot be decoded: it ends too early");
        assertUndecodable(
                "gzip",
                ORDER.getBytes(StandardCharsets.UTF_8),
                "content coded as gzip that cannot be decoded: Not in GZIP format");
    }

    @Test
    void thatHideMoreThanCanBeReadAreNamed() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 65; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertUndecodable(
                "gzip", bomb.toByteArray(), "content coded as gzip that has more than 67108864 bytes when decoded");
    }

    private void assertUndecodable(String codings, byte[] content, String found) throws Exception {
        web.on("POST", "/orders").withJson(ORDER).answer(Response.ok());
        web.on("POST", "/handled").answer(request -> Response.text(request.body()));

        HttpResponse<String> missed = post("/orders", codings, "application/json", content);
        assertThat(missed.statusCode()).isEqualTo(404);
        assertThat(missed.body()).contains("but the request has " + found + ";");
        Exchange exchange = web.awaitRequest();
        assertThat(exchange).asString().endsWith("but the request has " + found);
        assertThatThrownBy(() -> assertThat(exchange).hasJson(ORDER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(" but it has " + found + ".\n");
        assertThatThrownBy(() -> assertThat(exchange).body().isEmpty())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected content that can be read but the request has " + found + ".\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exchange.request().body())
                .withMessage(found);
        assertThat(RequestCriteria.body("").test(exchange.request())).isFalse();
        assertThat(RequestCriteria.not(RequestCriteria.body("x")).test(exchange.request()))
                .isFalse();
        assertThat(exchange.request().bytes()).isEqualTo(content);

        post("/handled", codings, "text/plain", content);
        assertThat(web.awaitRequest()).hasStatus(500);
        assertThat(web.problems()).anyMatch(problem -> problem.endsWith(found));
    }

    @Test
    void thatNeedALibraryAreNamedWithoutIt() throws Exception {
        Callable<?> alone = (Callable<?>) new BareClassLoader()
                .loadClass(AskForBrotli.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        assertThat(alone.call())
                .isEqualTo("content coded as br, for which com.aayushatharva.brotli4j:brotli4j must be among the test"
                        + " dependencies");
    }

    /** Reads content that is coded by Brotli, and says what comes of it. */
    public static final class AskForBrotli implements Callable<String> {

        @Override
        public String call() {
            try {
                return Response.text("x").withHeader("Content-Encoding", "br").body();
            } catch (IllegalArgumentException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    @Test
    void charsetsThatAreUnknownAreNamed() throws Exception {
        web.serve("/", Response.ok());
        post("/", "", "text/plain; Charset=\"x-unknown\"", new byte[] {'a'});

        Exchange exchange = web.awaitRequest();
        assertThatThrownBy(() -> assertThat(exchange).body().isEqualTo("a"))
                .hasMessageStartingWith(
                        "Expected content that can be read but the request has content in the charset x-unknown, which is"
                                + " unknown.\n");
    }

    @Test
    void areSavedWithoutThemAndReplayedForAll(@TempDir Path folder) throws Exception {
        web.serve("/orders", Response.text("made"));
        post("/orders", "gzip", "application/json", coded("gzip", ORDER));
        Path file = folder.resolve("saved.har");
        web.awaitRequest();
        web.har().save(file);

        assertThat(Json.parse(Files.readString(file))
                        .at("log", "entries", 0, "request", "postData", "text")
                        .text())
                .isEqualTo(ORDER);
        try (WebServer replayer = WebServer.start().replay(Har.read(file))) {
            for (String coding : new String[] {"gzip", "deflate", ""}) {
                HttpRequest request = HttpRequest.newBuilder(replayer.uri("/orders"))
                        .header("Content-Encoding", coding)
                        .POST(BodyPublishers.ofByteArray(coded(coding, ORDER)))
                        .build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, BodyHandlers.ofString())
                                .body())
                        .isEqualTo("made");
            }
        }
    }

    private HttpResponse<String> post(String path, String codings, String type, byte[] content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(web.uri(path))
                .header("Content-Encoding", codings)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static byte[] coded(String codings, String text) throws IOException {
        byte[] coded = text.getBytes(StandardCharsets.UTF_8);
        for (String coding : codings.toLowerCase(Locale.ROOT).split(",", -1)) {
            coded = applied(coding.strip(), coded);
        }
        return coded;
    }

    private static byte[] applied(String coding, byte[] content) throws IOException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        switch (coding) {
            case "gzip", "x-gzip" -> write(new GZIPOutputStream(sink), content);
            case "deflate" -> write(new DeflaterOutputStream(sink), content);
            case "raw deflate" -> write(new DeflaterOutputStream(sink, new Deflater(9, true)), content);
            case "br" -> {
                Brotli4jLoader.ensureAvailability();
                sink.write(Encoder.compress(content));
            }
            default -> sink.write(content);
        }
        return sink.toByteArray();
    }

    private static void write(OutputStream coder, byte[] content) throws IOException {
        try (coder) {
            coder.write(content);
        }
    }
}

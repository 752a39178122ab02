package io.github.postfixture.web.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.Client;
import io.github.postfixture.web.RawClient;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTimingTests {

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofSeconds(10)).start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void sendsAFileAsItIsWhenItIsAskedFor(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "first");
        web.serve("/file", Response.file("text/plain", file));
        Files.writeString(file, "second");

        var response = Client.get(web.uri("/file"));

        assertThat(response.body()).isEqualTo("second");
        assertThat(response.headers().firstValue("Content-Length")).contains("6");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(Client.send("HEAD", web.uri("/file"), "").headers().firstValue("Content-Length"))
                .contains("6");
    }

    @Test
    void sendsAStreamOfAnySizeAndKeepsItsBeginning() throws Exception {
        long size = 70L << 20;
        web.serve("/stream", Response.stream("application/octet-stream", () -> new Zeros(size)));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n").endOutput();
            assertThat(client.readTo("\r\n\r\n")).contains("Transfer-Encoding: chunked");
            assertThat(client.skipAll()).isGreaterThan(size);
        }

        Response sent = web.awaitRequest().response().orElseThrow();
        assertThat(sent.length()).isEqualTo(size);
        assertThat(sent.bytes()).hasSize(1 << 20);
    }

    @Test
    void opensAStreamAnewForEachRequest() {
        web.serve("/stream", Response.stream("text/plain", () -> new Zeros(3)));

        assertThat(Client.get(web.uri("/stream")).body()).hasSize(3);
        assertThat(Client.get(web.uri("/stream")).body()).hasSize(3);
    }

    @Test
    void sendsChunksOneAfterTheOther() throws Exception {
        web.serve("/a", Response.text("abcdefgh").inChunks(3, Duration.ofMillis(40)));
        long began = System.nanoTime();

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").endOutput();
            assertThat(client.readAll()).endsWith("\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n2\r\ngh\r\n0\r\n\r\n");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        assertThat(web.awaitRequest().response().orElseThrow().body()).isEqualTo("abcdefgh");
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 3 3 2", "11, 10, 2 1 1 1 1 1 1 1 1 1", "19, 10, 2 2 2 2 2 2 2 2 2 1", "3, 5, 1 1 1", "4, 1, 4"})
    void sendsAsManyChunksAsSaid(int length, int count, String sizes) throws Exception {
        web.serve("/a", Response.text("x".repeat(length)).inChunks(count, Duration.ofMillis(2)));

        String expected = Arrays.stream(sizes.split(" "))
                .map(size -> size + "\r\n" + "x".repeat(Integer.parseInt(size)) + "\r\n")
                .collect(Collectors.joining("", "\r\n\r\n", "0\r\n\r\n"));
        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").endOutput();
            assertThat(client.readAll()).endsWith(expected);
        }
    }

    @Test
    @Timeout(60)
    void pausesBetweenChunksAndNotAfterTheLast() throws Exception {
        Duration forEver = Duration.ofDays(1);
        web.serve("/one", Response.text("abc").inChunks(1, forEver));
        web.serve("/short", Response.text("a").inChunks(5, forEver));
        web.serve("/none", Response.text("").inChunks(5, forEver));
        web.serve("/throttled", Response.text("x"));
        web.at("/throttled").always(ConnectionFault.throttle(1));

        for (String path : List.of("/one", "/short", "/none", "/throttled")) {
            assertThat(Client.get(web.uri(path)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sendsTrailersToWhoSaysThatTheyAreTaken() throws Exception {
        web.serve("/a", Response.text("abc").withTrailer("X-Sum", "42").withTrailer("X-More", "1"));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /a HTTP/1.1\r\nHost: x\r\nTE: gzip, Trailers\r\n\r\n")
                    .endOutput();
            assertThat(client.readAll())
                    .contains("Trailer: X-Sum")
                    .endsWith("\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 42\r\nX-More: 1\r\n\r\n");
        }
    }

    @Test
    void leavesTrailersOutForOthersAndSaysSo() throws Exception {
        web.serve("/a", Response.text("abc").withTrailer("X-Sum", "42"));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").endOutput();
            assertThat(client.readAll()).doesNotContain("X-Sum").endsWith("\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        }
        assertThat(web.timeline().events())
                .extracting(Event::detail)
                .contains("GET /a: the trailers are left out, as the client does not say \"TE: trailers\""
                        + " (RFC 9110 section 6.5.1)");
    }

    @Test
    void hintsAtWhatWillBeNeeded() throws Exception {
        web.serve("/a", Response.html("abc").withEarlyHint("Link", "</style.css>; rel=preload; as=style"));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").endOutput();
            assertThat(client.readAll())
                    .startsWith(
                            "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload; as=style\r\n\r\nHTTP/1.1 200 OK\r\n")
                    .endsWith("\r\n\r\nabc");
        }
    }

    @Test
    void waitsBeforeAnAnswer() {
        web.serve("/a", Response.text("abc").withDelay(Duration.ofMillis(30)));
        long began = System.nanoTime();

        assertThat(Client.get(web.uri("/a")).body()).isEqualTo("abc");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.ok().inChunks(0, Duration.ZERO))
                .withMessage("count (0) must be positive, and time (PT0S) not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.ok().withDelay(Duration.ofMillis(-1)))
                .withMessage("delay (PT-0.001S) must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionFault.throttle(0))
                .withMessage("bytesPerSecond (0) must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionFault.disconnectAfter(-1))
                .withMessage("bytes (-1) must not be negative");
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, left);
            left -= count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}

package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.github.postfixture.web.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 9113 forbids, and what it allows but no proper client does. */
class HostileHttp2Tests {

    private static final int PRIORITY = 2;
    private static final int WHOLE = Frames.END_STREAM | Frames.END_HEADERS;
    private static final int PADDED = 0x8;
    private static final int MANY = 5_000;

    private static final int PROTOCOL_ERROR = 1;
    private static final int FLOW_CONTROL_ERROR = 3;
    private static final int FRAME_SIZE_ERROR = 6;
    private static final int REFUSED_STREAM = 7;
    private static final int COMPRESSION_ERROR = 9;

    private final WebServer web = WebServer.start();

    @BeforeEach
    void start() {
        web.serve("/", Response.text("Hello"));
    }

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @MethodSource
    void endsTheConnectionWithAnError(byte[] bytes, int error) throws IOException {
        try (Frames frames = Frames.to(web.http())) {
            assertThat(frames.raw(bytes).read(Frames.GOAWAY).error()).isEqualTo(error);
        }
        assertOthersAreServed();
    }

    static Stream<Arguments> endsTheConnectionWithAnError() {
        return Stream.of(
                bad("data without a stream", PROTOCOL_ERROR, Frames.frame(Frames.DATA, 1, 0, new byte[1])),
                bad("request on an even stream", PROTOCOL_ERROR, Frames.frame(Frames.HEADERS, WHOLE, 2, fields())),
                bad("request without a stream", PROTOCOL_ERROR, Frames.frame(Frames.HEADERS, WHOLE, 0, fields())),
                bad("settings of five bytes", FRAME_SIZE_ERROR, Frames.frame(Frames.SETTINGS, 0, 0, new byte[5])),
                bad("settings on a stream", PROTOCOL_ERROR, Frames.frame(Frames.SETTINGS, 0, 1)),
                bad(
                        "acknowledgement with settings",
                        FRAME_SIZE_ERROR,
                        Frames.frame(Frames.SETTINGS, 1, 0, new byte[6])),
                bad("push of two", PROTOCOL_ERROR, Frames.frame(Frames.SETTINGS, 0, 0, setting(2, 2))),
                bad("window too large", FLOW_CONTROL_ERROR, Frames.frame(Frames.SETTINGS, 0, 0, setting(4, 1 << 31))),
                bad("frames too small", PROTOCOL_ERROR, Frames.frame(Frames.SETTINGS, 0, 0, setting(5, 1))),
                bad("ping of seven bytes", FRAME_SIZE_ERROR, Frames.frame(Frames.PING, 0, 0, new byte[7])),
                bad("ping on a stream", PROTOCOL_ERROR, Frames.frame(Frames.PING, 0, 1, new byte[8])),
                bad("window grows by nothing", PROTOCOL_ERROR, Frames.frame(Frames.WINDOW_UPDATE, 0, 0, new byte[4])),
                bad(
                        "window grows too large",
                        FLOW_CONTROL_ERROR,
                        Frames.frame(Frames.WINDOW_UPDATE, 0, 0, Frames.number(Integer.MAX_VALUE))),
                bad("continuation of nothing", PROTOCOL_ERROR, Frames.frame(Frames.CONTINUATION, 4, 1, fields())),
                bad(
                        "something between the parts of a head",
                        PROTOCOL_ERROR,
                        Frames.frame(Frames.HEADERS, Frames.END_STREAM, 1, fields()),
                        Frames.frame(Frames.PING, 0, 0, new byte[8])),
                bad(
                        "fields that cannot be unpacked",
                        COMPRESSION_ERROR,
                        Frames.frame(Frames.HEADERS, WHOLE, 1, filled(7))),
                bad(
                        "more padding than frame",
                        PROTOCOL_ERROR,
                        Frames.frame(Frames.HEADERS, WHOLE | PADDED, 1, filled(2))),
                bad("promise of a client", PROTOCOL_ERROR, Frames.frame(Frames.PUSH_PROMISE, 4, 1, new byte[8])),
                bad("frame too long", FRAME_SIZE_ERROR, Frames.frame(Frames.DATA, 0, 1, new byte[16_385])),
                bad("reset of nothing", PROTOCOL_ERROR, Frames.frame(Frames.RST_STREAM, 0, 1, Frames.number(8))),
                bad("content of nothing", PROTOCOL_ERROR, Frames.frame(Frames.DATA, 0, 1, new byte[3])),
                bad(
                        "head too long",
                        REFUSED_STREAM,
                        Frames.frame(Frames.HEADERS, WHOLE, 1, fields("x", "a".repeat(9_000)))),
                bad("head that grows when unpacked", REFUSED_STREAM, Frames.frame(Frames.HEADERS, WHOLE, 1, bomb())));
    }

    @ParameterizedTest
    @MethodSource
    void answersARequestThatMakesNoSenseWithStatus400AndGoesOn(byte[] fields) throws IOException {
        try (Frames frames = Frames.to(web.http())) {
            String answer = frames.send(Frames.HEADERS, WHOLE, 1, fields)
                    .read(Frames.DATA)
                    .text();
            assertThat(answer).startsWith("400 ");
            assertThat(frames.get(3, "/").read(Frames.DATA).text()).isEqualTo("Hello");
        }
        assertThat(web.awaitRequest()).hasPath("/");
        assertThat(web.exchanges()).hasSize(1);
        assertThat(web.timeline().events().get(0).detail().toString())
                .startsWith("a request that makes no sense: 400 ")
                .doesNotContain("\n");
    }

    static Stream<Named<byte[]>> answersARequestThatMakesNoSenseWithStatus400AndGoesOn() {
        return Stream.of(
                named("name in upper case", fields("X-Upper", "1")),
                named("line end in a value", fields("x", "a\r\nb")),
                named("field of HTTP/1", fields("connection", "close")),
                named("transfer coding", fields("te", "gzip")),
                named("pseudo-field after fields", fields("x", "y", ":scheme", "http")),
                named("unknown pseudo-field", fields(":other", "y")),
                named("two paths", fields(":path", "/x")),
                named("no method", Frames.fields(":scheme", "http", ":path", "/", ":authority", "x")),
                named("no path", Frames.fields(":scheme", "http", ":method", "GET", ":authority", "x")),
                named("no scheme", Frames.fields(":method", "GET", ":path", "/", ":authority", "x")));
    }

    @Test
    void resetsAStreamWhoseContentIsNotAsLongAsPromised() throws IOException {
        try (Frames frames = Frames.to(web.http())) {
            frames.send(Frames.HEADERS, Frames.END_HEADERS, 1, fields("content-length", "5"));
            frames.send(Frames.DATA, Frames.END_STREAM, 1, new byte[3]);

            assertThat(frames.read(Frames.RST_STREAM).error()).isEqualTo(PROTOCOL_ERROR);
            assertThat(frames.get(3, "/").read(Frames.DATA).text()).isEqualTo("Hello");
        }
    }

    @Test
    void ignoresFramesThatItDoesNotKnow() throws IOException {
        try (Frames frames = Frames.to(web.http())) {
            frames.send(0x77, 0, 0, new byte[3]);

            assertThat(frames.get(1, "/").read(Frames.DATA).text()).isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @MethodSource
    void endsFloodsWhileOthersAreServed(byte[] flood) throws IOException {
        try (Frames frames = Frames.to(web.http())) {
            frames.floodUntilTheEnd(flood);
        }
        assertOthersAreServed();
    }

    static Stream<Named<byte[]>> endsFloodsWhileOthersAreServed() {
        byte[] open = Frames.frame(Frames.HEADERS, Frames.END_HEADERS, 1, fields());
        byte[] half = Frames.frame(Frames.HEADERS, Frames.END_STREAM, 1, fields());
        return Stream.of(
                named("pings", times(MANY, Frames.frame(Frames.PING, 0, 0, new byte[8]))),
                named("settings", times(MANY, Frames.frame(Frames.SETTINGS, 0, 0))),
                named("priorities", times(MANY, Frames.frame(PRIORITY, 0, 1, new byte[5]))),
                named("empty contents", join(open, times(MANY, Frames.frame(Frames.DATA, 0, 1)))),
                named("empty continuations", join(half, times(MANY, Frames.frame(Frames.CONTINUATION, 0, 1)))),
                named("continuations", join(half, times(MANY, Frames.frame(Frames.CONTINUATION, 0, 1, literal())))),
                named(
                        "resets",
                        IntStream.range(0, MANY)
                                .mapToObj(i -> join(
                                        Frames.frame(Frames.HEADERS, WHOLE, 2 * i + 1, fields()),
                                        Frames.frame(Frames.RST_STREAM, 0, 2 * i + 1, Frames.number(8))))
                                .reduce(new ByteArrayOutputStream(), HostileHttp2Tests::append, (one, other) -> one)
                                .toByteArray()));
    }

    private void assertOthersAreServed() {
        assertThat(Client.get(web.uri("/")).body()).isEqualTo("Hello");
    }

    private static Arguments bad(String name, int error, byte[]... frames) {
        return Arguments.of(named(name, join(frames)), error);
    }

    private static byte[] fields(String... more) {
        String[] request = Frames.request("GET", "/");
        String[] all = Arrays.copyOf(request, request.length + more.length);
        System.arraycopy(more, 0, all, request.length, more.length);
        return Frames.fields(all);
    }

    private static byte[] literal() {
        return Frames.fields("x", "y");
    }

    private static byte[] setting(int name, int value) {
        return join(new byte[] {0, (byte) name}, Frames.number(value));
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }

    /** Return a field of 3000 bytes that goes into the table of RFC 7541, and 8000 bytes that each repeat it. */
    private static byte[] bomb() {
        byte[] field = Frames.fields("x", "a".repeat(3_000));
        field[0] = 0x40;
        byte[] repetitions = new byte[8_000];
        Arrays.fill(repetitions, (byte) 0xbe);
        return join(fields(), field, repetitions);
    }

    private static byte[] times(int count, byte[] frame) {
        byte[][] frames = new byte[count][];
        Arrays.fill(frames, frame);
        return join(frames);
    }

    private static byte[] join(byte[]... parts) {
        return Arrays.stream(parts)
                .reduce(new ByteArrayOutputStream(), HostileHttp2Tests::append, (one, other) -> one)
                .toByteArray();
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream all, byte[] part) {
        all.writeBytes(part);
        return all;
    }
}

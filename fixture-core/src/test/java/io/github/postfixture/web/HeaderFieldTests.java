package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names and values of header fields (RFC 9110 section 5). */
class HeaderFieldTests {

    private static final String REPORT = "\u041e\u0442\u0447\u0451\u0442 \u00e9 \u20ac.epf";

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void areSentInUtf8() throws IOException {
        web.serve("/", Response.text("x").withHeader("X-File", REPORT).withEarlyHint("X-Hint", REPORT));

        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("\r\nX-Hint: " + octets(REPORT) + "\r\n")
                .contains("\r\nX-File: " + octets(REPORT) + "\r\n");
        assertThat(web.awaitRequest()).hasResponseHeader("X-File", REPORT);
    }

    @Test
    void areSentInUtf8OverHttp2() {
        web.serve("/", Response.text("x").withHeader("X-File", REPORT));

        HttpResponse<String> response = Client.send(http2(), "GET", web.https().uri("/"), "");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.headers().firstValue("X-File")).contains(octets(REPORT));
        assertThat(web.awaitRequest()).hasResponseHeader("X-File", REPORT);
    }

    @Test
    void areReadAsUtf8OrElseAsLatin1() throws IOException {
        web.on("/").withHeader("X-File", REPORT).answer(Response.text("UTF-8"));
        web.on("/").withHeader("X-File", "caf\u00e9").answer(Response.text("Latin-1"));

        assertThat(answer(get("X-File: " + octets(REPORT)))).endsWith("UTF-8");
        assertThat(answer(get("X-File: caf\u00e9"))).endsWith("Latin-1");
    }

    @Test
    void areReadAsUtf8OverHttp2() throws IOException {
        web.on("/").withHeader("x-file", REPORT).answer(Response.text("UTF-8"));
        try (Frames frames = Frames.to(web.http())) {
            assertThat(frames.get(1, "/", "x-file", octets(REPORT))
                            .read(Frames.DATA)
                            .text())
                    .isEqualTo("UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Y", "X:", "X\n", "X\u0000", "Gr\u00f6\u00dfe", "(x)", "X,Y"})
    void mustHaveATokenAsTheirName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.ok().withHeader(name, "x"))
                .withMessageStartingWith(
                        "name (" + name.replace("\n", "\\n").replace("\0", "\\u0000") + ") must be a token,")
                .withMessageEndingWith(" (RFC 9110 section 5.6.2)");
        assertThatIllegalArgumentException().isThrownBy(() -> Response.ok().withTrailer(name, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Response.ok().withEarlyHint(name, "x"));
    }

    @ParameterizedTest
    @CsvSource({"13, \\r", "10, \\n", "0, \\u0000", "7, \\u0007", "127, \\u007f"})
    void mustNotHaveControlCharacters(int character, String shown) {
        String value = "a" + (char) character + "b";
        String message = "value (a" + shown + "b) must be one line without control characters (RFC 9110 section 5.5)";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.ok().withHeader("X", value))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.redirect(value))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.bytes(value, new byte[0]))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.stream(value, () -> null))
                .withMessage(message);
    }

    @Test
    void mayHaveTabsAndNothing() throws IOException {
        web.serve("/", Response.text("x").withHeader("X-Tab", "a\tb").withHeader("X-Empty", ""));

        assertThat(answer(get("X: y"))).contains("\r\nX-Tab: a\tb\r\n").contains("\r\nX-Empty: \r\n");
    }

    private static HttpClient http2() {
        return HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();
    }

    private static String get(String field) {
        return "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + field + "\r\n\r\n";
    }

    private String answer(String request) throws IOException {
        try (RawClient client = RawClient.to(web.http())) {
            return client.send(request).readAll();
        }
    }

    /** Return the octets of a text in UTF-8, one character for each. */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}

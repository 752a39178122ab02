package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.ServerFlavor;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients and timelines are told of requests that never reach a stub. */
class RefusedRequestTests {

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /caf%E9 HTTP/1.1~Host: x | 400 the octets that the path encodes by percent signs are not UTF-8",
                "GET /a%00b HTTP/1.1~Host: x | 400 the path has a NUL or another control character, as it is or encoded",
                "GET /a%5Cb HTTP/1.1~Host: x | 400 the path has a backslash or a control character, as it is or encoded",
                "GET /a%zz HTTP/1.1~Host: x | 400 a percent sign in the path is not followed by two hexadecimal digits"
                        + " (RFC 3986 section 2.1)",
                "GET /100% HTTP/1.1~Host: x | 400 a percent sign in the path is not followed by two hexadecimal digits"
                        + " (RFC 3986 section 2.1)",
                "GET /%u002e HTTP/1.1~Host: x | 400 %u in the path encodes nothing (RFC 3986 section 2.1)",
                "GET /../x HTTP/1.1~Host: x | 400 the path leads above the root",
                "GET /\u00c3\u00a9 HTTP/1.1~Host: x | 400 the path has a character that must be encoded"
                        + " (RFC 3986 section 3.3)",
                "GET /a#b HTTP/1.1~Host: x | 400 the target has a fragment, which is not sent (RFC 9110 section 4.2.5)",
                "GET a HTTP/1.1~Host: x | 400 the target neither begins with a slash nor names scheme and host"
                        + " (RFC 9112 section 3.2)",
                "GET http:///a HTTP/1.1~Host: x | 400 the target names no host (RFC 9110 section 4.2.1)",
                "GET / HTTP/1.1~X: y | 400 there is no Host (RFC 9112 section 3.2)",
                "GET / HTTP/1.1~Host: | 400 Host is empty (RFC 9110 section 7.2)",
                "GET / HTTP/1.1~Host: a b | 400 Host is no host with or without a port (RFC 9110 section 7.2)",
                "GET / HTTP/1.1~Host: x~Host: y | 400 there is more than one Host (RFC 9112 section 3.2)",
                "GET / HTTP/1.1~Host: x~X: a~ b | 400 a header field goes on in the next line (RFC 9112 section 5.2)",
                "GET / HTTP/1.1~Host: x~X : a | 400 an illegal character SPACE=' '",
                "POST / HTTP/1.1~Host: x~Content-Length: x | 400 Content-Length is no number (RFC 9110 section 8.6)",
                "POST / HTTP/1.1~Host: x~Content-Length: 4~Content-Length: 5 | 400 there are Content-Length fields that"
                        + " differ (RFC 9110 section 8.6)",
                "POST / HTTP/1.1~Host: x~Transfer-Encoding: gzip | 400 the last Transfer-Encoding is not chunked"
                        + " (RFC 9112 section 6.3)",
                "POST / HTTP/1.1~Host: x~Transfer-Encoding: gzip, chunked | 501 the transfer coding gzip is not known"
                        + " here (RFC 9112 section 6.1)",
                "GET / HTTP/1.1~Host: x~Expect: luck | 417 Expect asks for something else than 100-continue"
                        + " (RFC 9110 section 10.1.1)",
                "GET / HTTP/3.0~Host: x | 505 this version of HTTP is not spoken here",
                "GET / HTTP/2.0~Host: x | 426 HTTP/2 begins with a preface (RFC 9113 section 3.4)",
                "GET / | 505 the request line names no version, as in HTTP/0.9",
            })
    void sayWhatIsWrong(String request, String reason) throws IOException {
        assertThat(answer(request.replace("~", "\r\n") + "\r\n\r\n"))
                .startsWith("HTTP/1.1 " + reason.substring(0, 4))
                .endsWith("\r\n\r\n" + reason + "\n");
        assertThat(web.timeline().events()).singleElement().asString().endsWith(": " + reason);
        assertThat(web.exchanges()).isEmpty();
    }

    @Test
    void haveThePageOfTheServerThatTheSitePassesFor() throws IOException {
        Site site = Site.of(Map.of("/index.html", "home")).behavingLike(ServerFlavor.NGINX);
        try (WebServer nginx = WebServer.builder().site(site).start();
                RawClient client = RawClient.to(nginx.http())) {
            assertThat(client.send("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n").readAll())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("Server: nginx\r\n", "<hr><center>nginx</center>");
            assertThat(nginx.timeline().toString()).contains("two hexadecimal digits");
        }
    }

    @Test
    void sayHowLongTheyMayBe() throws IOException {
        assertThat(answer("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .endsWith("\r\n\r\n414 the request line is longer than 8192 bytes; see maxHead(..)\n");
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .endsWith("\r\n\r\n431 the header fields are longer than 8192 bytes; see maxHead(..)\n");
    }

    @Test
    void areNotThoseWhoseTargetNamesAnotherHost() throws IOException {
        web.serve("/a", request -> Response.text(request.host() + " " + request.header("Host")));

        assertThat(answer("GET http://a.example:81/a HTTP/1.1\r\nHost: b.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("a.example Optional[a.example:81]");
        assertThat(answer("GET http://a.example/a HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("a.example Optional[a.example]");
        assertThat(answer("GET /a HTTP/1.1\r\nHost: a.example:80\r\nConnection: close\r\n\r\n"))
                .endsWith("a.example Optional[a.example:80]");
    }

    private String answer(String request) throws IOException {
        try (RawClient client = RawClient.to(web.http())) {
            return client.send(request).readAll();
        }
    }
}

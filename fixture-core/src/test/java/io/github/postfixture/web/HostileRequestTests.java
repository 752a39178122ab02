package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server must not let pass, lest it and a proxy before it see different requests (RFC 9112 section 11). */
class HostileRequestTests {

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4, 5\r\n\r\nabcde",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +4\r\n\r\nabcd",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -4\r\n\r\nabcd",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x4\r\n\r\nabcd",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\nabcd",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length : 4\r\n\r\nabcd",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Folded: a\r\n b\r\n\r\n",
                "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Nul: a\0b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX\0: a\r\n\r\n",
                "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Return: a\rb\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n: no name\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1 \r\nHost: x\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "GET / HTTP/1.1\r\nHost: x\nX: y\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n",
            })
    void isRefusedAndTheConnectionClosed(String request) throws IOException {
        try (RawClient client = RawClient.to(web.http())) {
            String answer = client.send(request + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")
                    .readAll();

            assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("/smuggled");
        }
        assertThat(web.exchanges()).isEmpty();
        assertThat(web.timeline().events()).singleElement().asString().contains(": 400 ");
    }

    @Nested
    class Unusual {

        @Test
        void absoluteTargetsAreServed() throws IOException {
            web.serve("/a", request -> Response.text(request.target()));

            assertThat(answer("GET http://shop.example/a?b HTTP/1.1\r\nHost: shop.example\r\n"))
                    .endsWith("/a?b");
        }

        @Test
        void theServerAsAWholeCanBeAskedForItsOptions() throws IOException {
            assertThat(answer("OPTIONS * HTTP/1.1\r\nHost: x\r\n"))
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain(" 500 ");
            assertThat(web.awaitRequest().request().target()).isEqualTo("*");
        }

        @Test
        void nothingIsTracedBack() throws IOException {
            assertThat(answer("TRACE / HTTP/1.1\r\nHost: x\r\nCookie: secret\r\n"))
                    .startsWith("HTTP/1.1 40")
                    .doesNotContain("secret");
        }

        @Test
        void unknownVersionsAreRefused() throws IOException {
            try (RawClient client = RawClient.to(web.http())) {
                assertThat(client.send("GET / HTTP/3.0\r\nHost: x\r\n\r\n").readAll())
                        .startsWith("HTTP/1.1 505 ");
            }
        }

        @Test
        void pipelinedRequestsAreAnsweredInOrder() throws IOException {
            web.serve("/", request -> Response.text("<" + request.body() + ">"));
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                requests.append("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n")
                        .append(10 + i);
            }
            try (RawClient client = RawClient.to(web.http())) {
                client.send(requests.toString());
                for (int i = 0; i < 50; i++) {
                    assertThat(client.readTo(">")).endsWith("<" + (10 + i) + ">");
                }
            }
        }

        private String answer(String head) throws IOException {
            try (RawClient client = RawClient.to(web.http())) {
                return client.send(head + "Connection: close\r\n\r\n").readAll();
            }
        }
    }
}

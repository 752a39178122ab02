package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketBadClientTests {

    private static final String UPGRADE = "GET %s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofSeconds(20)).start();
    private final Ear ear = new Ear();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void thatDoNotMaskGet1002() throws IOException {
        assertThat(closeCodeAfter(0x81, 0x02, 'H', 'i')).isEqualTo(1002);
    }

    @Test
    void thatSendBrokenTextGet1007() throws IOException {
        assertThat(closeCodeAfter(0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28)).isEqualTo(1007);
    }

    @Test
    void thatUseReservedBitsOrOpcodesGet1002() throws IOException {
        assertThat(closeCodeAfter(0xf1, 0x80, 0, 0, 0, 0)).isEqualTo(1002);
        assertThat(closeCodeAfter(0x83, 0x80, 0, 0, 0, 0)).isEqualTo(1002);
    }

    @Test
    void thatContinueNothingGet1002() throws IOException {
        assertThat(closeCodeAfter(0x80, 0x80, 0, 0, 0, 0)).isEqualTo(1002);
    }

    @Test
    void thatSendMoreAtOnceThanIsKeptGet1009() throws Exception {
        try (WebServer small = WebServer.builder().keptBody(1000).start()) {
            small.serve("/chat", Response.webSocket());
            ear.open(small.uri("/chat")).sendText("x".repeat(2000), true).join();
            assertThat(ear.hear()).startsWith("closed 1009");
        }
    }

    @Test
    void thatSendMoreInAllThanIsKeptGet1009() throws Exception {
        try (WebServer small = WebServer.builder().keptBody(1000).start()) {
            small.serve("/chat", Response.webSocket());
            WebSocket socket = ear.open(small.uri("/chat"));
            for (int i = 0; i < 12; i++) {
                socket.sendText("x".repeat(100), true)
                        .exceptionally(failure -> socket)
                        .join();
            }
            assertThat(ear.hear()).startsWith("closed 1009");
        }
    }

    private int closeCodeAfter(int... octets) throws IOException {
        web.serve("/chat", Response.webSocket());
        StringBuilder frame = new StringBuilder();
        for (int octet : octets) {
            frame.append((char) octet);
        }
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send(UPGRADE.formatted("/chat")).readTo("\r\n\r\n");
            String answer = raw.send(frame.toString()).readAll();
            assertThat(answer.charAt(0)).isEqualTo('\u0088');
            return answer.charAt(2) << 8 | answer.charAt(3);
        }
    }
}

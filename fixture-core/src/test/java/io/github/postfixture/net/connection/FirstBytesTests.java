package io.github.postfixture.net.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstBytesTests {

    @Test
    void ofTlsAreThoseOfAHandshakeRecord() {
        assertThat(of("\u0016\u0003\u0001\u0002").areTls()).isTrue();
        assertThat(of("\u0016").areTls()).isFalse();
        assertThat(of("EHLO me").areTls()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "POST /a HTTP/1.1\r\nHost: b",
                "PRI * HTTP/2.0",
                "CONNECT http",
                "GET http://a/"
            })
    void ofHttpAreThoseOfARequest(String text) {
        assertThat(of(text).areHttp()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET ", "get /", "EHLO /", "a1 LOGIN / b"})
    void areNotThoseOfARequest(String text) {
        assertThat(of(text).areHttp()).isFalse();
    }

    @Test
    void ofSmtpAreThoseOfAGreeting() {
        assertThat(of("ehlo me\r\n").areSmtp()).isTrue();
        assertThat(of("a1 EHLO").areSmtp()).isFalse();
    }

    @Test
    void areShownAsTheFirstLineOrInHexadecimal() {
        assertThat(of("EHLO me\r\nMAIL")).hasToString("EHLO me");
        assertThat(of("x".repeat(64))).hasToString("x".repeat(64) + "...");
        assertThat(of("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc")).hasToString("16 03 01 02 00 01 00 01 ...");
        assertThat(of("")).hasToString("");
    }

    private static FirstBytes of(String text) {
        return new FirstBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

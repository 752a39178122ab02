package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTests {

    private static final String CSP = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";

    private PageServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = PageServer.encrypted(CertificateAuthority.ofThisJvm().serverContext());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Nested
    class Headers {

        @Test
        void passIfAllAreThere() {
            Page page = page(
                    "Content-Security-Policy", CSP,
                    "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer, strict-origin");

            assertThat(page).hasSecurityHeaders();
            assertThat(page)
                    .contentSecurityPolicy()
                    .containsOnly(
                            entry("default-src", List.of("'self'")),
                            entry("img-src", List.of("'self'", "data:")),
                            entry("frame-ancestors", List.of("'none'")));
        }

        @Test
        void areListedIfTheyAreMissing() {
            Page page = page();

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(page).hasSecurityHeaders())
                    .withMessage("""
                        Expected all security headers but Content-Security-Policy is missing; Strict-Transport-Security is missing; X-Content-Type-Options is missing and 2 more.
                          %s
                        All that is wrong:
                          Content-Security-Policy is missing
                          Strict-Transport-Security is missing
                          X-Content-Type-Options is missing
                          Referrer-Policy is missing
                          frame-ancestors in Content-Security-Policy is missing, and X-Frame-Options is missing""", page);
        }

        @Test
        void areListedIfTheySayNothing() {
            Page page = page(
                    "Content-Security-Policy", "default-src *",
                    "Strict-Transport-Security", "max-age=0",
                    "X-Content-Type-Options", "sniff",
                    "Referrer-Policy", "unsafe-url",
                    "X-Frame-Options", "ALLOW");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(page).hasSecurityHeaders())
                    .withMessageEndingWith("""
                        All that is wrong:
                          Strict-Transport-Security is "max-age=0" and must be a max-age
                          X-Content-Type-Options is "sniff" and must be nosniff
                          Referrer-Policy is "unsafe-url" and must be a policy that does not tell everybody everything
                          frame-ancestors in Content-Security-Policy is missing, and X-Frame-Options is "ALLOW" and must be DENY or SAMEORIGIN""");
        }

        @Test
        void needNoTransportSecurityInTheClear() throws IOException {
            try (PageServer plain = PageServer.plain()) {
                plain.answer(
                        "/",
                        200,
                        "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "origin",
                        "X-Frame-Options",
                        "DENY",
                        "Content-Type",
                        "text/html");

                assertThat(Page.open(plain.uri("/"))).hasSecurityHeaders();
            }
        }

        @Test
        void countAPolicyOfTheMarkupButNotWhomItLetsFrameIt() {
            server.answer(
                    "/",
                    200,
                    "<meta http-equiv=content-security-policy content=\"default-src *; frame-ancestors *\">",
                    "Content-Security-Policy",
                    "default-src 'none', img-src x",
                    "Content-Type",
                    "text/html");

            assertThat(Page.open(server.uri("/")))
                    .contentSecurityPolicy()
                    .containsOnly(entry("default-src", List.of("'none'")), entry("img-src", List.of("x")));
        }

        private Page page(String... headers) {
            server.answer("/", 200, "", headers);
            return Page.open(server.uri("/"));
        }
    }

    @Nested
    class MixedContent {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<img src=/x><img src=https://a/x><img src=data:,><a href=http://a/>a</a>",
                    "<link rel=canonical href=http://a/><form action=/x></form>",
                })
        void passesIfAllIsEncrypted(String markup) {
            assertThat(page(markup)).hasNoMixedContent();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<img src=http://a/x> | http://a/x in line 1: <img src=\"http://a/x\">",
                    "<script src=HTTP://a/x></script> | http://a/x in line 1: <script src=\"HTTP://a/x\">",
                    "<link rel='icon' href=http://a/x> | http://a/x in line 1: <link rel=\"icon\" href=\"http://a/x\">",
                    "<iframe src=http://a/></iframe> | http://a/ in line 1: <iframe src=\"http://a/\">",
                    "<object data=http://a/></object> | http://a/ in line 1: <object data=\"http://a/\">",
                    "<p style=background:url(http://a/)> | http://a/ in line 1: <p style=\"background:url(http://a/)\">",
                    "<img srcset='/x, http://a/ 2x'> | http://a/ in line 1: <img srcset=\"/x, http://a/ 2x\">",
                    "<form action=http://a/></form> | http://a/ in line 1: <form action=\"http://a/\">",
                    "<button formaction=http://a/> | http://a/ in line 1: <button formaction=\"http://a/\">",
                    "<base href=http://a/><img src=x> | http://a/x in line 1: <img src=\"x\">",
                })
        void showsWhatIsInTheClear(String markup, String place) {
            Page page = page(markup);

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(page).hasNoMixedContent())
                    .withMessage("Expected no mixed content but found " + place + ".\n  " + page);
        }

        private Page page(String markup) {
            server.html("/", markup);
            return Page.open(server.uri("/"));
        }
    }
}

package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-client")
class RealProtocolClientTests {

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @Nested
    class Http2 {

        @Test
        void curlChoosesItByAlpn() {
            web.serve("/", Response.text("Hello"));

            assertThat(curl("--http2", web.https().uri("/").toString())).isEqualTo("Hello 2 200");
        }

        @Test
        void curlKnowsThatItIsThere() {
            web.serve("/", request -> Response.text(request.body()));

            assertThat(curl("--http2-prior-knowledge", "-d", "x=1", web.uri("/").toString()))
                    .isEqualTo("x=1 2 200");
        }

        @Test
        void curlLosesNoContentInAnUpgrade() {
            web.serve("/", request -> Response.text(request.body()));

            assertThat(curl("--http2", "-d", "x=1", web.uri("/").toString())).isEqualTo("x=1 1.1 200");
            assertThat(web.awaitRequest().request().header("Upgrade")).contains("h2c");
        }

        @Test
        void nghttpGetsAPageAndItsResources() {
            web.serve("/", Response.html("<link rel=stylesheet href=/style.css><h1>Hello</h1>"))
                    .serve("/style.css", Response.text("h1 { color: red }"));

            String output = RealClient.named("nghttp").run("-nas", web.uri("/").toString());

            assertThat(output).contains("/style.css");
            assertThat(web.awaitRequests(2))
                    .allMatch(exchange -> exchange.request().connectionNumber() == 1);
        }

        @Test
        void h2loadGetsAThousandAnswers() {
            web.serve("/", Response.text("Hello"));

            for (String uri :
                    new String[] {web.https().uri("/").toString(), web.uri("/").toString()}) {
                String output = RealClient.named("h2load").run("-n", "1000", "-c", "10", "-m", "20", uri);
                assertThat(output).contains("1000 succeeded, 0 failed, 0 errored, 0 timeout");
            }
            assertThat(web.exchanges())
                    .hasSize(2000)
                    .allMatch(exchange -> exchange.request().protocol().equals("HTTP/2.0"));
        }

        private String curl(String... arguments) {
            String[] all = new String[arguments.length + 2];
            all[0] = "-w";
            all[1] = " %{http_version} %{http_code}";
            System.arraycopy(arguments, 0, all, 2, arguments.length);
            return RealClient.curl().run(all);
        }
    }

    @Nested
    class Http1 {

        @Test
        void wrkGetsNothingButAnswers() {
            web.serve("/", Response.text("Hello"));

            String output = RealClient.named("wrk")
                    .run("-d", "1s", "-c", "20", "-t", "1", web.uri("/").toString());

            assertThat(output).contains("requests in").doesNotContain("Socket errors", "Non-2xx");
        }
    }

    @Nested
    class Tls {

        @Test
        void curlGetsTheSiteAndTheCertificateOfTheHostThatItAsksFor() {
            try (WebServer hosts = WebServer.builder()
                    .virtualHost("shop.example", Site.of(Map.of("/index.html", "Shop")))
                    .site(Site.of(Map.of("/index.html", "Home")))
                    .start()) {
                int port = hosts.https().port();
                RealClient curl = RealClient.curl();

                assertThat(curl.run("--connect-to", "shop.example:443:localhost:" + port, "https://shop.example/"))
                        .isEqualTo("Shop");
                assertThat(curl.run("--connect-to", "other.example:443:localhost:" + port, "https://other.example/"))
                        .isEqualTo("Home");
                assertThat(hosts.exchanges())
                        .extracting(exchange -> exchange.request().host())
                        .containsExactly("shop.example", "other.example");
            }
        }

        @Test
        void opensslVerifiesTheCertificateAndAgreesOnProtocols() {
            String output = openssl("-alpn", "h2,http/1.1", "-tls1_3").output();

            assertThat(output).contains("Verification: OK", "Verified peername: shop.example", "ALPN protocol: h2");
            assertThat(openssl("-tls1_2").output()).contains("Verification: OK", "No ALPN negotiated");
        }

        @Test
        void opensslGetsNoOldProtocol() {
            assertThat(openssl("-tls1_1").exitCode()).isNotZero();
        }

        private RealClient.Result openssl(String... more) {
            List<String> arguments = new ArrayList<>(List.of(
                    "-connect",
                    "localhost:" + web.https().port(),
                    "-servername",
                    "shop.example",
                    "-verify_hostname",
                    "shop.example",
                    "-verify_return_error",
                    "-CAfile",
                    RealClient.caFile().toString()));
            arguments.addAll(List.of(more));
            return RealClient.named("openssl", "s_client").tryRun(arguments.toArray(String[]::new));
        }

        @Test
        void sslscanFindsNothingOld() {
            web.serve("/", Response.text("Hello"));

            String output = RealClient.named("sslscan")
                    .run("--no-colour", "localhost:" + web.https().port());

            assertThat(output)
                    .as("what a scan finds, which calls disabled what a busy machine does not answer in three seconds")
                    .containsPattern("TLSv1\\.[23] +enabled")
                    .containsPattern("TLSv1\\.1 +disabled")
                    .containsPattern("TLSv1\\.0 +disabled")
                    .containsPattern("SSLv3 +disabled")
                    .contains("not vulnerable to heartbleed");
            assertThat(RealClient.curl().run(web.https().uri("/").toString())).isEqualTo("Hello");
        }
    }
}

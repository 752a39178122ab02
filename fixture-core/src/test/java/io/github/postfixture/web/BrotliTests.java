package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.github.postfixture.BareClassLoader;
import io.github.postfixture.web.site.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts compressed by Brotli as they are asked for. */
class BrotliTests {

    private static final String STYLE = "body { color: black; }\n".repeat(1000);

    private final WebServer web = WebServer.builder()
            .site(Site.of(Map.of("/style.css", STYLE)).withBrotli())
            .start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void isForThoseWhoLikeItAsMuchAsGzip() throws Exception {
        HttpResponse<byte[]> response = style("gzip, deflate, br");

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(response.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(response.headers().firstValue("ETag").orElseThrow()).endsWith("-br\"");
        assertThat(response.body().length).isLessThan(STYLE.length() / 100);
        assertThat(decompressed(response.body())).isEqualTo(STYLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"gzip, br;q=0.5 : gzip", "gzip : gzip", "br;q=0, * : gzip", "br;q=0.1 : br", "identity : ''"})
    void leavesTheOthersWhatTheyLike(String accepted, String coding) throws Exception {
        assertThat(style(accepted).headers().firstValue("Content-Encoding").orElse(""))
                .isEqualTo(coding);
    }

    @Test
    void isRefusedAtOnceWithoutItsLibrary() throws Exception {
        Callable<?> alone = (Callable<?>) new BareClassLoader()
                .loadClass(AskForBrotli.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        assertThat(alone.call())
                .isEqualTo(
                        "withBrotli() needs Brotli4j; add com.aayushatharva.brotli4j:brotli4j to the test dependencies");
    }

    /** Asks for Brotli, and says what comes of it. */
    public static final class AskForBrotli implements Callable<String> {

        @Override
        public String call() {
            try {
                return Site.of(Map.of()).withBrotli().toString();
            } catch (IllegalStateException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private HttpResponse<byte[]> style(String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(web.uri("/style.css"))
                .header("Accept-Encoding", accepted)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static String decompressed(byte[] bytes) throws IOException {
        try (InputStream plain = new BrotliInputStream(new ByteArrayInputStream(bytes))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

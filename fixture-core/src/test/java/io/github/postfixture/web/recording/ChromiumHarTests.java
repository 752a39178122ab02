package io.github.postfixture.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A HAR that was saved by hand; see the README beside it. */
class ChromiumHarTests {

    private static final Path FILE = Path.of("src/test/resources/har/chromium.har");

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer web = WebServer.start().replay(Har.read(FILE));

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void hasTheExchangesAndSaysWhatIsNone() {
        Har har = Har.read(FILE);

        assertThat(har.entries()).hasSize(13).first().hasToString("GET https://shop.localhost:18443/ \u2192 200");
        assertThat(har.leftOut())
                .containsExactly(
                        "chromium.har: log.entries[11] (GET ws://shop.localhost:18080/live?token=1): a WebSocket",
                        "chromium.har: log.entries[12] (GET https://shop.localhost:18444/gone): no answer");
    }

    @Test
    void answersWithWhatWasCodedAndSentByHttp2() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.body()).contains("<title>Tea shop</title>", "Tea \u2013 fresh every day");
        assertThat(page.headers().map())
                .containsOnlyKeys("cache-control", "content-length", "content-type", "date", "vary");
        assertThat(get("/api/teas").body()).contains("4.50 \u20ac");
        assertThat(client.send(request("/logo.png").build(), BodyHandlers.ofByteArray())
                        .body())
                .startsWith(HexFormat.of().parseHex("89504e47"))
                .hasSize(70);
    }

    @Test
    void answersTheSameRequestInTheSameOrder() throws Exception {
        assertThat(get("/api/stock").body()
                        + get("/api/stock").body()
                        + get("/api/stock").body())
                .isEqualTo("{\"left\":3}{\"left\":2}{\"left\":2}");
    }

    @Test
    void answersByWhatIsPosted() throws Exception {
        assertThat(post("/api/orders", "application/json", "{ \"tea\": \"Earl Grey\" }")
                        .body())
                .isEqualTo("{\"id\":2,\"tea\":\"Earl Grey\"}");
        assertThat(post("/api/orders", "application/json", "{\"tea\":\"Sencha\"}")
                        .statusCode())
                .isEqualTo(201);
        String parts = "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nMy cup\r\n--x--\r\n";
        assertThat(post("/api/photo", "multipart/form-data; boundary=x", parts).body())
                .isEqualTo("thank you for the photo");
        assertThat(post("/api/photo", "multipart/form-data; boundary=x", parts.replace("cup", "pot"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void leadsToItselfWhereItLedToItsHost() throws Exception {
        assertThat(post("/login", "application/x-www-form-urlencoded", "user=ada&password=secret")
                        .headers()
                        .firstValue("Location"))
                .contains("/account?tab=orders");
        assertThat(post("/api/orders", "application/json", "{\"tea\":\"Sencha\"}")
                        .headers()
                        .firstValue("Location"))
                .contains("/api/orders/1");
    }

    @Test
    void tellsOnTheTimelineWhatIsNotAnswered() {
        assertThat(web.timeline().toString())
                .contains("replays chromium.har, 13 exchanges; not as recorded:")
                .contains("(GET ws://shop.localhost:18080/live?token=1): a WebSocket");
    }

    @Test
    @Tag("real-client")
    void isThePageThatChromiumShowedThen() {
        String script = """
                const {chromium} = require('playwright-core');
                (async () => {
                  const browser = await chromium.launch({executablePath: '%s', args: ['--no-sandbox']});
                  const page = await browser.newPage();
                  await page.goto('%s');
                  await page.waitForSelector('body[data-done]');
                  console.log(await page.innerText('#teas') + '|' + await page.innerText('#stock'));
                  await browser.close();
                })();
                """.formatted(RealClient.pathOf("chromium"), web.uri("/"));

        assertThat(RealClient.node(script, "playwright-core").run())
                .isEqualTo("Earl Grey: 4.50 \u20ac\nSencha: 6.20 \u20ac|3, then 2 left\n");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String content)
            throws IOException, InterruptedException {
        HttpRequest post = request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(content))
                .build();
        return client.send(post, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(web.uri("/").resolve(path).toString()));
    }
}

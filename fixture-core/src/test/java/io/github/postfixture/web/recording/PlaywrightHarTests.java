package io.github.postfixture.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HARs that Playwright records and serves. */
@Tag("real-client")
class PlaywrightHarTests {

    private static final String PAGE = """
            <!doctype html><title>Tea</title><img src="/logo.png"><p id="answer"></p><script>
              (async () => {
                const order = await fetch('/orders', {method: 'POST', body: '{"tea": "Sencha"}',
                  headers: {'Content-Type': 'application/json'}});
                const form = new FormData();
                form.append('title', 'My cup');
                const photo = await fetch('/photo', {method: 'POST', body: form});
                document.getElementById('answer').textContent = await order.text() + ' ' + await photo.text();
                document.body.dataset.done = 'true';
              })();
            </script>""";

    private final WebServer shop = WebServer.start();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        shop.on("GET", "/start").answer(Response.redirect("/"));
        shop.on("GET", "/").answer(Response.html(PAGE));
        shop.on("GET", "/logo.png").answer(Response.bytes("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}));
        shop.on("POST", "/orders").withJson("{\"tea\": \"Sencha\"}").answer(Response.text("Sencha it is \u2013"));
        shop.on("POST", "/photo").withPart("title", "My cup").answer(Response.text("a fine cup"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "embedded.har, embed, full",
        "attached.har, attach, full",
        "attached.zip, attach, full",
        "minimal.har, embed, minimal"
    })
    void recordWhatIsReplayed(String name, String content, String mode) {
        Path file = folder.resolve(name);
        String options = "recordHar: {path: '" + file + "', content: '" + content + "', mode: '" + mode + "'}";

        assertThat(visit(shop, options, "")).isEqualTo("Sencha it is \u2013 a fine cup\n");

        Har har = Har.read(file);
        try (WebServer replayer = WebServer.start().replay(har)) {
            assertThat(visit(replayer, "", "")).isEqualTo("Sencha it is \u2013 a fine cup\n");
            assertThat(replayer.exchanges())
                    .as(har.toString())
                    .allSatisfy(exchange -> assertThat(
                                    exchange.response().orElseThrow().status())
                            .isIn(exchange.request().path().equals("/favicon.ico") ? 404 : 200, 302));
        }
    }

    @Test
    void serveWhatWasWritten() {
        visit(shop, "", "");
        Path file = folder.resolve("written.har");
        shop.har().save(file);
        shop.close();

        assertThat(visit(shop, "", "await context.routeFromHAR('" + file + "', {notFound: 'abort'});"))
                .isEqualTo("Sencha it is \u2013 a fine cup\n");
    }

    private static String visit(WebServer server, String options, String before) {
        String script = """
                const {chromium} = require('playwright-core');
                (async () => {
                  const browser = await chromium.launch({executablePath: '%s', args: ['--no-sandbox']});
                  const context = await browser.newContext({%s});
                  %s
                  const page = await context.newPage();
                  await page.goto('%s');
                  await page.waitForSelector('body[data-done]');
                  console.log(await page.innerText('#answer'));
                  await context.close();
                  await browser.close();
                })();
                """.formatted(RealClient.pathOf("chromium"), options, before, server.uri("/start"));
        return RealClient.node(script, "playwright-core").run();
    }
}

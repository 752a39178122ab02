package io.github.postfixture.web.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.RealClient;
import io.github.postfixture.json.Json;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarTests {

    private static final byte[] LOGO = {(byte) 0x89, 'P', 'N', 'G', 0};

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WebServer web = WebServer.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        web.close();
    }

    @Nested
    class Written {

        private final WebServer recorder =
                WebServer.builder().recording(web.uri("/")).start();

        @AfterEach
        void close() {
            recorder.close();
        }

        @Test
        void hasTheFieldsOfAnEntry() {
            web.on("POST", "/orders")
                    .answer(Response.json("{\"id\": 1}")
                            .withStatus(201)
                            .withHeader("Location", web.uri("/orders/1").toString())
                            .withHeader("Set-Cookie", "a=b; Path=/; Secure; HttpOnly; Max-Age=5"));
            ask("POST", recorder.uri("/orders?draft=a%20b"), "{\"item\": \"tea\"}", "Content-Type", "application/json");

            Json log = saved(recorder.har()).at("log");

            assertThat(log.at("version").text()).isEqualTo("1.2");
            assertThat(log.at("creator", "name").text()).isEqualTo("Postfixture");
            Json entry = log.at("entries", 0);
            assertThat(entry.at("startedDateTime").text())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
            assertThat(entry.at("time").number())
                    .isEqualByComparingTo(entry.at("timings", "wait")
                            .number()
                            .add(entry.at("timings", "receive").number()));
            assertThat(entry.at("timings", "send").number()).isZero();
            assertThat(entry.at("cache")).hasToString("{}");
            assertThat(entry.at("request")
                            .differenceFromPart(Json.parse("""
                                    {"method": "POST", "url": "%s", "httpVersion": "HTTP/1.1", "cookies": [],
                                     "queryString": [{"name": "draft", "value": "a b"}], "headersSize": -1, "bodySize": 15,
                                     "postData": {"mimeType": "application/json", "text": "{\\"item\\": \\"tea\\"}"}}
                                    """.formatted(web.uri("/orders?draft=a%20b")))))
                    .isEmpty();
            assertThat(entry.at("request", "headers").items())
                    .contains(Json.parse("{\"name\": \"Content-Type\", \"value\": \"application/json\"}"));
            assertThat(entry.at("response").differenceFromPart(Json.parse("""
                                    {"status": 201, "statusText": "", "httpVersion": "HTTP/1.1", "headersSize": -1, "bodySize": 9,
                                     "cookies": [{"name": "a", "value": "b", "path": "/", "secure": true, "httpOnly": true}],
                                     "redirectURL": "/orders/1",
                                     "content": {"size": 9, "mimeType": "application/json", "text": "{\\"id\\": 1}"}}
                                    """))).isEmpty();
        }

        @Test
        @Tag("real-client")
        void isValid() {
            web.serve("/a", Response.redirect("/b").withHeader("Set-Cookie", "a=b; HttpOnly"));
            ask("POST", recorder.uri("/a?b=c"), "tea", "Cookie", "c=d");
            Path file = folder.resolve("valid.har");
            recorder.har().saveWithCredentials(file);
            String script = """
                    const har = JSON.parse(require('fs').readFileSync('%s'));
                    require('har-validator').har(har).then(() => console.log('valid'), e => console.log(e.errors));
                    """.formatted(file);

            assertThat(RealClient.node(script, "har-validator").run()).isEqualTo("valid\n");
        }

        @Test
        void leavesOutWhatTheRequestsLoggedInWithUnlessItIsToBeThere() {
            recorder.serve("/a", Response.ok().withHeader("Set-Cookie", "session=1"));
            String[] secrets = {"Authorization", "Bearer secret", "X-Api-Key", "secret", "Cookie", "a=secret"};
            ask("GET", recorder.uri("/a"), "", secrets);

            assertThat(saved(recorder.har()).toString())
                    .doesNotContain("secret")
                    .contains("session=1");
            Path file = folder.resolve("all.har");
            recorder.har().saveWithCredentials(file);
            assertThat(file)
                    .content()
                    .contains("\"Bearer secret\"", "\"a=secret\"", "\"name\": \"a\"", "\"X-Api-Key\"");
        }

        @Test
        void hasProperAnswersOnly() {
            recorder.serve("/a", Response.ok());
            recorder.serve("/chat", Response.webSocket());
            recorder.failNext("/a", HttpFault.status(503));
            ask("GET", recorder.uri("/a"), "");
            ask("GET", recorder.uri("/a"), "");
            ask("GET", recorder.uri("/missing"), "");

            assertThat(recorder.har().entries())
                    .extracting(HarEntry::toString)
                    .containsExactly(
                            "GET " + recorder.uri("/a") + " \u2192 200", "GET " + web.uri("/missing") + " \u2192 404");
        }

        @Test
        void refusesHalfAContent() {
            byte[] content = new byte[(1 << 20) + 1];
            web.serve("/big", Response.stream("text/plain", () -> new ByteArrayInputStream(content)));
            ask("GET", web.uri("/big"), "");

            assertThatIllegalStateException()
                    .isThrownBy(web::har)
                    .withMessage(
                            "the response of GET /big \u2192 200 (stub), 1048577 bytes, text/plain has a content of 1048577 bytes, of which the"
                                    + " first 1048576 were kept; a HAR needs it whole");
        }

        @Test
        void saysWhereItCannotBeWritten() {
            assertThatThrownBy(() -> web.har().save(folder)).isInstanceOf(UncheckedIOException.class);
        }

        @Test
        void answersAsTheOriginDid() throws Exception {
            web.on("POST", "/orders").withJson("{\"item\": \"tea\"}").answer(Response.text("tea"));
            web.on("POST", "/orders").withJson("{\"item\": \"cake\"}").answer(Response.text("cake\n"));
            web.on("GET", "/logo").answer(Response.bytes("image/png", LOGO).withHeader("ETag", "\"1\""));
            web.on("GET", "/job").answer(Response.text("queued"), Response.text("done"));
            web.on("GET", "/latin").answer(Response.bytes("text/plain; charset=iso-8859-1", new byte[] {(byte) 0xfc}));
            web.on("GET", "/zip")
                    .answer(Response.bytes("text/plain", gzip("tea")).withHeader("Content-Encoding", "gzip"));
            web.on("GET", "/odd").answer(Response.text("???").withHeader("Content-Encoding", "odd"));
            web.on("GET", "/{name}").answer(Response.text("braces"));
            String[] json = {"Content-Type", "application/json"};
            ask("POST", recorder.uri("/orders"), "{\"item\": \"tea\"}", json);
            ask("POST", recorder.uri("/orders"), "{\"item\": \"cake\"}", json);
            for (String path : new String[] {"/logo?size=2", "/job", "/job", "/latin", "/zip", "/odd", "/%7Bx%7D"}) {
                ask("GET", recorder.uri(path), "");
            }
            Path file = folder.resolve("shop.har");
            recorder.har().save(file);

            try (WebServer replayer = WebServer.start().replay(Har.read(file))) {
                assertThat(ask("POST", replayer.uri("/orders"), "{ \"item\" : \"cake\" }", json)
                                .body())
                        .isEqualTo("cake\n");
                assertThat(ask("POST", replayer.uri("/orders"), "{\"item\": \"tea\"}", json)
                                .body())
                        .isEqualTo("tea");
                assertThat(ask("GET", replayer.uri("/logo?size=2"), "")
                                .headers()
                                .firstValue("ETag"))
                        .contains("\"1\"");
                assertThat(replayer.exchanges().get(2).response().orElseThrow().bytes())
                        .isEqualTo(LOGO);
                assertThat(ask("GET", replayer.uri("/job"), "").body()
                                + ask("GET", replayer.uri("/job"), "").body())
                        .isEqualTo("queueddone");
                assertThat(ask("GET", replayer.uri("/latin"), "").body()).isEqualTo("\u00fc");
                assertThat(ask("GET", replayer.uri("/zip"), "").headers().map()).doesNotContainKey("content-encoding");
                assertThat(replayer.awaitRequest("/zip")
                                .response()
                                .orElseThrow()
                                .body())
                        .isEqualTo("tea");
                HttpResponse<String> odd = ask("GET", replayer.uri("/odd"), "");
                assertThat(odd.headers().firstValue("Content-Encoding")).contains("odd");
                assertThat(odd.body()).isEqualTo("???");
                assertThat(ask("GET", replayer.uri("/%7Bx%7D"), "").body()).isEqualTo("braces");
                assertThat(ask("GET", replayer.uri("/%7By%7D"), "").statusCode())
                        .isEqualTo(404);
                assertThat(ask("GET", replayer.uri("/logo"), "").body()).contains("but the request has no query size");
            }
        }
    }

    @Nested
    class OfOthers {

        @Test
        void isReadInEveryCoding() {
            replay(entry(
                            "GET",
                            "http://h/base64",
                            "",
                            answer("image/png", "\"text\": \"iVBORwA=\", \"encoding\": \"base64\""))
                    + ","
                    + entry(
                            "GET",
                            "http://h/latin",
                            "",
                            answer("text/html; charset=iso-8859-1", "\"text\": \"J\u00fcrgen\""))
                    + ","
                    + entry("GET", "http://h/guessed", "", answer("text/html", "\"text\": \"J\u00fcrgen\"")));

            assertThat(get("/base64").headers().firstValue("content-type")).contains("image/png");
            assertThat(web.awaitRequest().response().orElseThrow().bytes()).isEqualTo(LOGO);
            assertThat(get("/latin").body()).isEqualTo("J\u00fcrgen");
            assertThat(web.awaitRequest().response().orElseThrow().bytes())
                    .isEqualTo("J\u00fcrgen".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(get("/guessed").headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        }

        @Test
        void tellsOnlyWhatIsStillTrueOfItsContent() {
            String fields = fields(
                    ":status",
                    "200",
                    "Content-Type",
                    "text/plain",
                    "Content-Encoding",
                    "br",
                    "Content-Length",
                    "7",
                    "Transfer-Encoding",
                    "chunked",
                    "Connection",
                    "keep-alive",
                    "Date",
                    "Mon, 30 Nov 2026 10:00:00 GMT",
                    "Set-Cookie",
                    "a=1\\nb=2",
                    "X-Empty",
                    "");
            replay(entry(
                    "GET",
                    "https://h/a",
                    "",
                    "\"status\": 200, \"headers\": [" + fields
                            + "], \"content\": {\"size\": 3, \"mimeType\": \"text/plain\", \"text\": \"tea\"}"));

            HttpResponse<String> answer = get("/a");

            assertThat(answer.body()).isEqualTo("tea");
            assertThat(answer.headers().map())
                    .containsOnlyKeys("content-length", "content-type", "date", "set-cookie", "x-empty");
            assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
            assertThat(answer.headers().allValues("date")).hasSize(1).doesNotContain("Mon, 30 Nov 2026 10:00:00 GMT");
        }

        @ParameterizedTest
        @CsvSource({
            "https://h/next?a=b#c, /next?a=b#c",
            "http://h:8080/next, /next",
            "https://h, /",
            "/next, /next",
            "next, next",
            "https://other/next, https://other/next",
            "mailto:a@b, mailto:a@b"
        })
        void leadsToItselfWhereItLedToItsHost(String recorded, String sent) {
            replay(entry(
                    "GET", "https://h/a", "", "\"status\": 302, \"headers\": [" + fields("Location", recorded) + "]"));

            assertThat(get("/a").headers().firstValue("Location")).contains(sent);
        }

        @Test
        void answersAHostByItsNameIfSeveralWereAskedTheSame() throws Exception {
            replay(entry("GET", "https://a.example/", "", answer("text/plain", "\"text\": \"a\""))
                    + ","
                    + entry("GET", "https://B.example:8443/", "", answer("text/plain", "\"text\": \"b\""))
                    + ","
                    + entry("GET", "https://user@b.example/only", "", answer("text/plain", "\"text\": \"only b\"")));
            HttpClient proxied = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(
                            new InetSocketAddress("127.0.0.1", web.proxy().port())))
                    .build();

            assertThat(get("/").body()).isEqualTo("a");
            assertThat(get("/only").body()).isEqualTo("only b");
            assertThat(proxied.send(
                                    HttpRequest.newBuilder(URI.create("http://b.example/"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .isEqualTo("b");
        }

        @Test
        void answersConditionsOnlyToThoseWhoHaveThem() {
            replay(entry("GET", "http://h/a", fields("If-None-Match", "\\\"1\\\""), "\"status\": 304, \"headers\": []")
                    + ","
                    + entry(
                            "GET",
                            "http://h/a",
                            fields("Range", "bytes=0-1"),
                            "\"status\": 206, \"headers\": [" + fields("Content-Range", "bytes 0-1/3")
                                    + "], \"content\": {\"text\": \"te\"}")
                    + ","
                    + entry(
                            "GET",
                            "http://h/kept",
                            "",
                            "\"status\": 304, \"headers\": [], \"content\": {\"text\": \"tea\"}"));

            assertThat(ask("GET", web.uri("/a"), "", "If-None-Match", "\"1\"").statusCode())
                    .isEqualTo(304);
            assertThat(ask("GET", web.uri("/a"), "", "Range", "bytes=0-1").body())
                    .isEqualTo("te");
            assertThat(get("/a").statusCode()).isEqualTo(404);
            assertThat(get("/kept").statusCode()).isEqualTo(200);
        }

        @Test
        void comparesWhatIsPosted() {
            String form = "\"postData\": {\"mimeType\": \"application/x-www-form-urlencoded\", \"params\": ["
                    + fields("name", "Ada L.", "age", "36") + "]}";
            String binary = "\"postData\": {\"mimeType\": \"image/png\", \"text\": \"AAEC\", \"encoding\": \"base64\"}";
            replay(posted("http://h/form", form) + "," + posted("http://h/binary", binary));

            assertThat(ask("POST", web.uri("/form"), "name=Ada+L.&age=36").statusCode())
                    .isEqualTo(200);
            assertThat(ask("POST", web.uri("/form"), "name=Bob").body())
                    .contains("with content=name=Ada+L.&age=36, but the request has content=name=Bob");
            assertThat(ask("POST", web.uri("/binary"), "\0\1\2").statusCode()).isEqualTo(200);
            assertThat(ask("POST", web.uri("/binary"), "\0\1\3").statusCode()).isEqualTo(404);
        }

        @Test
        void saysWhatItCannotAnswer() {
            Har har = har(entry("GET", "wss://h/live", "", "\"status\": 101")
                    + ","
                    + entry("GET", "http://h/live", "", "\"status\": 101")
                    + ","
                    + entry("GET", "data:text/plain,a", "", "\"status\": 200")
                    + ","
                    + entry("GET", "http://h/gone", "", "\"status\": -1")
                    + ","
                    + entry("GET", "http://h/left", "", "\"status\": 200, \"content\": {\"size\": 9}"));

            assertThat(har).hasToString("""
                    shop.har, 1 exchanges; not as recorded:
                      shop.har: log.entries[0] (GET wss://h/live): a WebSocket
                      shop.har: log.entries[1] (GET http://h/live): a WebSocket
                      shop.har: log.entries[2] (GET data:text/plain,a): not by HTTP
                      shop.har: log.entries[3] (GET http://h/gone): no answer
                      GET http://h/left \u2192 200: the file does not have its content""");
        }

        @Test
        void canBeCutDownAndSaved() {
            Har har = har(entry("GET", "http://a/x", fields("Cookie", "a=1"), answer("text/plain", "\"text\": \"a\""))
                    + ","
                    + entry("GET", "http://b/x", "", answer("text/plain", "\"text\": \"b\"")));

            Har cut = har.filter(entry -> entry.host().equals("a"));
            Json saved = saved(cut);

            assertThat(saved.at("log", "entries").items()).hasSize(1);
            assertThat(saved.at("log", "entries", 0, "request", "headers").items())
                    .isEmpty();
            assertThat(saved.at("log", "pages").items()).hasSize(1);
            assertThat(cut.entries().get(0).path()).isEqualTo("/x");
        }

        @Test
        void hasContentInFilesOfItsOwn() throws Exception {
            Files.write(folder.resolve("logo.png"), LOGO);
            Files.writeString(folder.resolve("order.json"), "{\"item\":\"tea\"}");
            replay(entry("GET", "http://h/logo", "", answer("image/png", "\"_file\": \"logo.png\""))
                    + ","
                    + posted(
                            "http://h/orders",
                            "\"postData\": {\"mimeType\": \"application/json\", \"_file\": \"order.json\"}"));

            get("/logo");

            assertThat(web.awaitRequest().response().orElseThrow().bytes()).isEqualTo(LOGO);
            assertThat(ask("POST", web.uri("/orders"), "{\"item\": \"tea\"}").statusCode())
                    .isEqualTo(200);
            assertThat(ask("POST", web.uri("/orders"), "{\"item\": \"cake\"}").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void isReadFromAZipFile() throws Exception {
            Path zip = folder.resolve("shop.zip");
            try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(zip))) {
                output.putNextEntry(new ZipEntry("a.txt"));
                output.write("tea".getBytes(StandardCharsets.UTF_8));
                output.putNextEntry(new ZipEntry("har.har"));
                output.write(document(entry("GET", "http://h/a", "", answer("text/plain", "\"_file\": \"a.txt\"")))
                        .getBytes(StandardCharsets.UTF_8));
            }
            web.replay(Har.read(zip));

            assertThat(get("/a").body()).isEqualTo("tea");
        }
    }

    @Nested
    class Broken {

        @ParameterizedTest
        @CsvSource(
                delimiter = '!',
                value = {
                    "{} ! log.entries is missing, expected an array",
                    "{'log': 5} ! log.entries is missing, expected an array",
                    "{'log': {'entries': {}}} ! log.entries is {}, expected an array",
                    "{'log': {'entries': [7]}} ! log.entries[0].request.url is missing, expected a string",
                    "{'log': {'entries': [{'request': {'url': 'x'}}]}} ! log.entries[0].request.url is \"x\", expected a URL such as https://example.org/",
                    "{'log': {'entries': [{'request': {'url': 'http:x'}}]}} ! log.entries[0].request.url is \"http:x\", expected a URL such as https://example.org/",
                    "{'log': {'entries': [{'request': {'url': 'http://h/'}}]}} ! log.entries[0].response.status is missing, expected a whole number",
                })
        void saysWhichFieldIsWrong(String document, String complaint) throws Exception {
            Path file = Files.writeString(folder.resolve("shop.har"), document.replace('\'', '"'));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Har.read(file))
                    .withMessage("shop.har: " + complaint);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '!',
                value = {
                    "'status': '200' ! response.status is \"200\", expected a whole number",
                    "'status': 1e999 ! response.status is 1E+999, expected a whole number",
                    "'status': 600 ! response.status is 600, expected a status from 200 to 599",
                    "'status': 200, 'headers': 5 ! response.headers is 5, expected an array",
                    "'status': 200, 'headers': [{'name': 5}] ! response.headers[0].name is 5, expected a string",
                    "'status': 200, 'headers': [{'name': 'a'}] ! response.headers[0].value is missing, expected a string",
                    "'status': 200, 'content': {'text': '%', 'encoding': 'base64'} ! response.content.text is \"%\", expected Base64",
                    "'status': 200, 'content': {'text': 'a', 'encoding': 'x'} ! response.content.encoding is \"x\", expected base64",
                    "'status': 200, 'content': {'_file': 'none'} ! response.content._file is \"none\", expected a file beside it, of no more than 67108864 bytes",
                    "'status': 200, 'content': {'_file': '../shop.har'} ! response.content._file is \"../shop.har\", expected a file beside it, of no more than 67108864 bytes",
                    "'status': 200, 'content': {'_file': '/etc/passwd'} ! response.content._file is \"/etc/passwd\", expected a file beside it, of no more than 67108864 bytes",
                })
        void saysWhichFieldOfAnEntryIsWrong(String response, String complaint) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> har(entry("GET", "http://h/", "", response.replace('\'', '"'))))
                    .withMessage("shop.har: log.entries[0]." + complaint);
        }

        @Test
        void saysWhichFieldCannotBeSent() {
            Har har = har(entry("GET", "http://h/", "", "\"status\": 200, \"headers\": [" + fields("a b", "c") + "]"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> web.replay(har))
                    .withMessageStartingWith(
                            "shop.har: log.entries[0].response.headers has a field whose name (a b) must be a"
                                    + " token");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{\"log\": {\"entries\": [{\"request\":", "\0", "<html>"})
        void isHalfOrSomethingElse(String text) throws Exception {
            Path file = Files.writeString(folder.resolve("shop.har"), text);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Har.read(file))
                    .withMessageStartingWith("shop.har is no HAR file: not JSON at line 1");
        }

        @Test
        void isNestedWithoutEnd() throws Exception {
            Path file = Files.writeString(folder.resolve("shop.har"), "{\"log\":".repeat(1_000_000));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Har.read(file))
                    .withMessageContaining("expected no more than 200 levels");
        }

        @Test
        void isNotText() throws Exception {
            Path file = Files.write(folder.resolve("shop.har"), LOGO);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Har.read(file))
                    .withMessage("shop.har is no HAR file: not UTF-8");
        }

        @Test
        void isNotThere() {
            assertThatThrownBy(() -> Har.read(folder.resolve("none.har")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("none.har cannot be read");
        }

        @Test
        void isNoZipFile() throws Exception {
            Path file = Files.writeString(folder.resolve("shop.zip"), "none");

            assertThatThrownBy(() -> Har.read(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("shop.zip cannot be read");
        }
    }

    private void replay(String entries) {
        web.replay(har(entries));
    }

    private Har har(String entries) {
        try {
            return Har.read(Files.writeString(folder.resolve("shop.har"), document(entries)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String document(String entries) {
        return "{\"log\": {\"version\": \"1.2\", \"pages\": [{}], \"entries\": [" + entries + "]}}";
    }

    private static String entry(String method, String url, String fields, String response) {
        return "{\"request\": {\"method\": \"" + method + "\", \"url\": \"" + url + "\", \"headers\": [" + fields
                + "]}, \"response\": {" + response + "}}";
    }

    private static String posted(String url, String content) {
        return "{\"request\": {\"method\": \"POST\", \"url\": \"" + url + "\", " + content
                + "}, \"response\": {\"status\": 200}}";
    }

    private static String answer(String type, String content) {
        return "\"status\": 200, \"headers\": [" + fields("Content-Type", type) + "], \"content\": {" + content + "}";
    }

    private static String fields(String... pairs) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.append(i == 0 ? "" : ", ")
                    .append("{\"name\": \"%s\", \"value\": \"%s\"}".formatted(pairs[i], pairs[i + 1]));
        }
        return fields.toString();
    }

    private Json saved(Har har) {
        Path file = folder.resolve("saved.har");
        har.save(file);
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return ask("GET", web.uri(path), "");
    }

    private HttpResponse<String> ask(String method, URI uri, String content, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(coded)) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return coded.toByteArray();
    }
}

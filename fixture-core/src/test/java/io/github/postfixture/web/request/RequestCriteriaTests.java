package io.github.postfixture.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.Client;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.stub.Stub;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestCriteriaTests {

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofMillis(500)).start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void compareQueryHeaderCookieAndHost() {
        web.on("/a").withHost("LocalHost").answer(Response.text("host"));
        web.on("/a").withQuery("q", "a b").answer(Response.text("query"));
        web.on("/a").withHeader("x-mood", "good").answer(Response.text("header"));
        web.on("/a").withCookie("sid", "42").answer(Response.text("cookie"));

        assertThat(get("/a?q=c&q=a+b")).isEqualTo("query");
        assertThat(Client.get(web.uri("/a"), "X-Mood", "good").body()).isEqualTo("header");
        assertThat(Client.get(web.uri("/a"), "Cookie", "x=y; sid=42").body()).isEqualTo("cookie");
        assertThat(get("/a")).isEqualTo("host");
    }

    @Test
    void compareJsonAndXmlByWhatTheySay() {
        web.on("POST", "/a").withJson("{\"a\": 1, \"b\": [true]}").answer(Response.text("json"));
        web.on("POST", "/a").withJsonContaining("{\"c\": {\"d\": null}}").answer(Response.text("part"));
        web.on("POST", "/a")
                .withXml("<o xmlns='urn:o' x='1' y='2'><i>tea</i></o>")
                .answer(Response.text("xml"));

        assertThat(post("/a", "{\"b\":[true],\"a\":1.0}")).isEqualTo("json");
        assertThat(post("/a", "{\"c\": {\"d\": null, \"e\": 1}, \"f\": 2}")).isEqualTo("part");
        assertThat(post("/a", "<p:o xmlns:p='urn:o' y='2' x='1'>\n <!-- tea --><p:i>tea</p:i></p:o>"))
                .isEqualTo("xml");
        assertThat(post("/a", "{")).startsWith("No stub answers POST /a; the nearest is POST /a with ");
    }

    @Test
    void compareFormFieldsAndParts() {
        web.on("POST", "/a").withForm("user", "J\u00fcrgen").answer(Response.text("form"));
        web.on("POST", "/a").withPart("title", "Tea & cake").answer(Response.text("part"));

        assertThat(Client.send(
                                "POST",
                                web.uri("/a"),
                                "user=J%C3%BCrgen",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .body())
                .isEqualTo("form");
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nTea & cake\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n12345\r\n--x--\r\n";
        assertThat(Client.send("POST", web.uri("/a"), multipart, "Content-Type", "multipart/form-data; boundary=x")
                        .body())
                .isEqualTo("part");
        assertThat(web.exchanges().get(1).request().parts()).hasToString("[title, 10 bytes, file (a.txt), 5 bytes]");
    }

    @Test
    void tellOfBytesThatContradictTheCharsetOfAPartOrOfTheContent() {
        web.on("POST", "/a").withPart("title", "T\u00fcr").answer(Response.ok());
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n"
                + "Content-Type: text/plain; charset=us-ascii\r\n\r\nT\u00fcr\r\n--x--\r\n";
        web.on("POST", "/b").withBody("T\u00fcr").answer(Response.ok());

        assertThat(Client.send("POST", web.uri("/a"), multipart, "Content-Type", "multipart/form-data; boundary=x")
                        .body())
                .contains("; it is not valid US-ASCII: bytes C3 BC (all of it is valid UTF-8)");
        assertThat(Client.send("POST", web.uri("/b"), "T\u00fcr", "Content-Type", "text/plain; charset=latin1")
                        .body())
                .contains("; it is read as ISO-8859-1, but all of it is valid UTF-8");
    }

    @Test
    void preferTheStubThatAsksForMoreAndThenTheLatest() {
        web.on("GET", "/a").withQuery("x", "1").withQuery("y", "2").answer(Response.text("two"));
        web.on("GET", "/a").withQuery("x", "1").answer(Response.text("older"));
        web.on("GET", "/a").with("that is a question", request -> true).answer(Response.text("later"));
        web.on("GET", "/a").answer(Response.text("none"));

        assertThat(get("/a?x=1&y=2")).isEqualTo("two");
        assertThat(get("/a?x=1")).isEqualTo("later");
        assertThat(get("/a")).isEqualTo("later");
    }

    @Test
    void replaceAnEqualStubOnly() {
        Stub first = web.on("/a").withQuery("x", "1").answer(Response.text("first"));
        web.on("/a").withQuery("x", "2").answer(Response.text("other"));
        get("/a?x=1");
        Stub second = web.on("/a").withQuery("x", "1").answer(Response.text("second"));

        assertThat(get("/a?x=1")).isEqualTo("second");
        assertThat(get("/a?x=2")).isEqualTo("other");
        assertThat(first.calls()).isEqualTo(1);
        assertThat(second.calls()).isEqualTo(1);
        assertThat(web.exchanges().get(1).stub()).containsSame(second);
    }

    @Test
    void findOneStubAmongThousandsThatDifferInOneValue() {
        IntStream.range(0, 5_000)
                .forEach(i -> web.on("GET", "/a")
                        .withQuery("format", "json")
                        .withQuery("id", Integer.toString(i))
                        .answer(Response.text("" + i)));

        assertThat(get("/a?format=json&id=4321")).isEqualTo("4321");
        assertThat(status("/a?format=json&id=5000")).isEqualTo(404);
    }

    @Test
    void sayWhatTheyAskFor() {
        assertThat(RequestCriteria.allOf(
                        RequestCriteria.method("POST"),
                        RequestCriteria.path("/a/{b}"),
                        RequestCriteria.not(RequestCriteria.query("c", "d")),
                        RequestCriteria.anyOf(RequestCriteria.cookie("e", "f"), RequestCriteria.host("G"))))
                .hasToString("by POST to /a/{b} not with ?c=d with cookie e=*** or with host=g");
    }

    private String get(String path) {
        return Client.get(web.uri(path)).body();
    }

    private String post(String path, String content) {
        return Client.send("POST", web.uri(path), content).body();
    }

    private int status(String path) {
        return Client.get(web.uri(path)).statusCode();
    }
}

package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenLinksTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private PageServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = PageServer.plain().handle("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path);
            int status = path.startsWith("/gone") ? 404 : 200;
            boolean head = exchange.getRequestMethod().equals("HEAD");
            PageServer.send(exchange, head && path.startsWith("/headless") ? 405 : status, new byte[0]);
        });
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void passOnAPageThatLeadsEverywhere() {
        server.html("/page", """
                <base href=/dir/><link rel=stylesheet href=style.css><link rel=preconnect href=/gone>
                <style>@import "imported.css"; p { background: url(back.png) }</style>
                <script src=/app.js></script><img src=a.png srcset="b.png 2x, c.png 3x"><video poster=p.png></video>
                <p style="background:url('inline.png')"><a href=/a>a</a><a href=/a>again</a><a href=/a#x>part</a>
                <a href=/headless>h</a><a href=mailto:a@b>m</a><a href="javascript:void(0)">j</a>
                <a href=http://elsewhere.example/>away</a><template><img src=/gone></template>""");

        assertThat(Page.open(server.uri("/page"))).hasNoBrokenLinks();

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "HEAD /dir/style.css",
                        "GET /dir/style.css",
                        "HEAD /dir/imported.css",
                        "HEAD /dir/back.png",
                        "HEAD /app.js",
                        "HEAD /dir/a.png",
                        "HEAD /dir/b.png",
                        "HEAD /dir/c.png",
                        "HEAD /dir/p.png",
                        "HEAD /dir/inline.png",
                        "HEAD /a",
                        "HEAD /headless",
                        "GET /headless");
    }

    @Test
    void areFoundInStyleSheetsToo() {
        server.html("/page", "<title>T</title>\n<link rel='Stylesheet' href=/css/a.css>");
        server.answer("/css/a.css", 200, "@import 'b.css'; p { color: red }");
        server.answer(
                "/css/b.css", 200, "@import url(a.css); a { background: url(../gone.png) } b { src: url(data:x) }");
        Page page = Page.open(server.uri("/page"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).hasNoBrokenLinks())
                .withMessageContaining("of 3 addresses 1 is broken.")
                .withMessageContaining("404 " + server.uri("/gone.png"))
                .withMessageContaining("<link rel=\"Stylesheet\" href=\"/css/a.css\">");
    }

    @Test
    void areListedWithThePlacesWhereTheyStand() {
        server.html(
                "/page",
                "<title>T</title>\n<a href=/gone?x=1>a</a>\n<a href=/fine>b</a>\n<img src=/gone?x=1>\n"
                        + "<a href='/gone?x=1'>c</a>\n<a href='#missing'>d</a>\n<a href=http://127.0.0.1:1/>away</a>");
        Page page = Page.open(server.uri("/page"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).hasNoBrokenLinks())
                .withMessage("""
                        Expected no broken links but of 3 addresses 2 are broken.
                          %s
                        Broken are:
                          404 %s
                            line 2: <a href="/gone?x=1">
                            line 4: <img src="/gone?x=1">
                            and 1 more
                          no such place on this page: %s
                            line 6: <a href="#missing">""", page, server.uri("/gone?x=1"), server.uri("/page#missing"));
        assertThat(asked).containsExactly("HEAD /gone?x=1", "GET /gone?x=1", "HEAD /fine");
    }

    @Test
    void areFollowedThroughRedirectsOnTheSameServer() {
        server.html("/page", "<a href=/from>a</a><a href=/out>b</a><a href=/loop>c</a>")
                .redirect("/from", 302, "/gone")
                .redirect("/out", 302, "http://127.0.0.1:1/")
                .redirect("/loop", 302, "/loop");
        Page page = Page.open(server.uri("/page"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).hasNoBrokenLinks())
                .withMessageEndingWith(
                        "Broken are:\n  404 %s\n    line 1: <a href=\"/from\">\n  more than 20"
                                + " redirects from %s\n    line 1: <a href=\"/loop\">",
                        server.uri("/from"), server.uri("/loop"));
    }

    @Test
    void saySoIfThereIsNoAnswer() {
        server.html("/page", "<a href=/silent>a</a>").handle("/silent", exchange -> {
            throw new IOException("no answer");
        });
        Page page = Page.open(server.uri("/page"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).hasNoBrokenLinks())
                .withMessageMatching(
                        "(?s).* of 1 address 1 is broken\\.\n.*\nBroken are:\n  .+: \\S+/silent\n    line 1: <a href=\"/silent\">");
    }

    @Test
    void mayBeLeftOut() {
        server.html("/page", "<a href=/gone/logout>a</a><a href=/fine>b</a>");

        assertThat(Page.open(server.uri("/page")))
                .hasNoBrokenLinks(address -> !address.getPath().endsWith("/logout"));

        assertThat(asked).containsExactly("HEAD /fine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#x'>a</a><p id=x>",
                "<a href='#x'>a</a><a name=x></a>",
                "<a href='#'>a</a>",
                "<a href='#top'>a</a>",
                "<a href='/page'>self</a>",
                "<a href='#%C3%BC'>a</a><p id='\u00fc'>"
            })
    void areNoneWithinThePage(String markup) {
        server.html("/page", markup);

        assertThat(Page.open(server.uri("/page"))).hasNoBrokenLinks();
        assertThat(asked).isEmpty();
    }

    @Test
    void areAskedForWithTheCookiesOfThePageAndLeaveThemAlone() {
        server.answer("/page", 200, "<a href=/inside>a</a>", "Set-Cookie", "s=1; Path=/", "Content-Type", "text/html")
                .handle(
                        "/inside",
                        exchange -> PageServer.send(
                                exchange,
                                exchange.getRequestHeaders().getFirst("Cookie").equals("s=1") ? 200 : 403,
                                new byte[0],
                                "Set-Cookie",
                                "s=2; Path=/"))
                .echo("/echo");
        Page page = Page.open(server.uri("/page"));

        assertThat(page).hasNoBrokenLinks();
        assertThat(page.open("/echo").body()).contains("cookies: [s=1]");
    }

    @Test
    void cutALongList() {
        StringBuilder markup = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            markup.append("<a href=/gone").append(i).append(">x</a>");
        }
        server.html("/page", markup.toString());
        Page page = Page.open(server.uri("/page"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).hasNoBrokenLinks())
                .withMessageEndingWith("<a href=\"/gone14\">\n  (and 5 more)");
    }
}

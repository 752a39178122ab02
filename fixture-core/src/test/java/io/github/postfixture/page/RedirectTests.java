package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTests {

    private PageServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = PageServer.plain();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void areFollowedToTheEnd() {
        server.redirect("/one", 302, "two?x=1").redirect("/two", 301, "/three/").html("/three/", "<p>end</p>");

        Page page = Page.open(server.uri("/one"));

        assertThat(page).text("p").isEqualTo("end");
        assertThat(page.uri()).isEqualTo(server.uri("/three/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void turnAPostIntoAGet(int status) {
        server.html("/", "<form method=post action=/from><input name=a value=b></form>")
                .redirect("/from", status, "/to")
                .echo("/to");

        assertThat(Page.open(server.uri("/")).form().submit().body()).isEqualTo("GET /to\ntype: null\ncookies: null\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void keepThePost(int status) {
        server.html("/", "<form method=post action=/from><input name=a value=b></form>")
                .redirect("/from", status, "/to")
                .echo("/to");

        assertThat(Page.open(server.uri("/")).form().submit().body())
                .isEqualTo("POST /to\ntype: application/x-www-form-urlencoded\ncookies: null\na=b");
    }

    @ParameterizedTest
    @CsvSource({"/to, /to#terms", "/to#other, /to#other", "'/to#', '/to#'"})
    void keepTheFragmentUnlessTheyHaveTheirOwn(String location, String end) {
        server.redirect("/from", 302, location).html("/to", "<h2 id=terms>Terms</h2>");

        Page page = Page.open(server.uri("/from#terms"));

        assertThat(page.uri()).isEqualTo(server.uri(end));
        assertThat(page.redirects()).extracting(Redirect::to).containsExactly(server.uri(end));
    }

    @Test
    void thatDoNotEndAreListed() {
        server.redirect("/ping", 302, "/pong").redirect("/pong", 302, "/ping");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Page.open(server.uri("/ping")))
                .withMessage(
                        "Cannot open %s: more than 20 redirects, a circle of 2 pages, %s and %s:\n  302 %s → %s\n  302 %s → %s"
                                .formatted(
                                        server.uri("/ping"),
                                        server.uri("/ping"),
                                        server.uri("/pong"),
                                        server.uri("/ping"),
                                        server.uri("/pong"),
                                        server.uri("/pong"),
                                        server.uri("/ping")));
    }
}

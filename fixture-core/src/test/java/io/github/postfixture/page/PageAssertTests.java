package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAssertTests {

    private PageServer server;
    private Page page;

    @BeforeEach
    void openPage() throws IOException {
        server = PageServer.plain()
                .answer(
                        "/",
                        503,
                        "<title>Oops</title><h1>Down</h1><a href=/x>X</a>",
                        "Content-Type",
                        "text/html;charset=utf-8",
                        "X-A",
                        "1",
                        "X-A",
                        "2");
        page = Page.open(server.uri("/"));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void pass() {
        assertThat(page)
                .hasStatus(503)
                .hasTitle("Oops")
                .containsHeader("x-a")
                .doesNotContainHeader("x-b")
                .hasHeader("X-A", "2")
                .hasLink("X");
        assertThat(page).text("h1").isEqualTo("Down");
        assertThat(page).text().isEqualTo("Down X");
        assertThat(page).uri().hasPath("/");
        assertThat(page).html().hasElement("h1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "TEXT/HTML; charset=ascii", "text/*", "*/*"})
    void passOnACompatibleContentType(String type) {
        assertThat(page).hasContentTypeCompatibleWith(type);
    }

    @Test
    void showTheStatusAndTheText() {
        assertFails(
                () -> assertThat(page).hasStatusOk(),
                "to have status:\n  200\nbut had:\n  503, and the text \"Down X\"");
    }

    @Test
    void showTheContentType() {
        assertFails(
                () -> assertThat(page).hasContentTypeCompatibleWith("application/json"),
                "to have a content type compatible with:\n  application/json\nbut had:\n  text/html;charset=utf-8");
    }

    @Test
    void listTheHeaders() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).containsHeader("X-B"))
                .withMessageContaining("to have a header named:\n  X-B\nbut the headers are:\n")
                .withMessageContaining("\n  x-a: 1, 2");
    }

    @Test
    void showAnUnexpectedHeader() {
        assertFails(
                () -> assertThat(page).doesNotContainHeader("X-A"),
                "not to have a header named:\n  X-A\nbut had it with:\n  1\n  2");
    }

    @Test
    void showTheValuesOfAHeader() {
        assertFails(
                () -> assertThat(page).hasHeader("X-A", "3"),
                "to have the header X-A with:\n  3\nbut had it with:\n  1\n  2");
    }

    @Test
    void seeTheCookiesOfRedirects() {
        server.answer("/login", 302, "", "Set-Cookie", "id=1", "Set-Cookie", "id=2; Secure", "Location", "/");
        Page home = Page.open(server.uri("/login"));

        assertThat(home)
                .doesNotSetCookie("other")
                .cookie("id")
                .isSecure()
                .value()
                .isEqualTo("2");
        assertThat(home).redirects().extracting(Redirect::status).containsExactly(302);
    }

    @Test
    void listTheCookies() {
        assertFails(() -> assertThat(page).cookie("id"), "to have set a cookie named:\n  id\nbut it set:\n  (none)");
    }

    @Test
    void showAnUnexpectedCookie() {
        server.answer("/cookie", 200, "", "Set-Cookie", "id=secret; Path=/");
        Page cookie = Page.open(server.uri("/cookie"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(cookie).doesNotSetCookie("id"))
                .withMessage(
                        "\nExpecting:\n  " + cookie + "\nnot to have set a cookie, but it set:\n  cookie id; path=/");
    }

    @Test
    void nameThePageInAMissingElement() {
        assertFails(
                () -> assertThat(page).text("h2"),
                "to have an element that matches:\n  h2\nbut the elements are:\n  h1 \"Down\"\n  a \"X\"");
    }

    private void assertFails(ThrowingCallable call, String reason) {
        String subject = "page " + server.uri("/") + " (503 text/html \"Oops\")";
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(call)
                .withMessage("\nExpecting:\n  " + subject + "\n" + reason);
    }
}

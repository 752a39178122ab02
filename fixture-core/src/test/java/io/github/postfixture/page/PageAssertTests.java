package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        assertFails(() -> assertThat(page).hasStatusOk(), "Expected status 200 but was 503, with the text \"Down X\".");
    }

    @Test
    void showTheContentType() {
        assertFails(
                () -> assertThat(page).hasContentTypeCompatibleWith("application/json"),
                "Expected a content type compatible with application/json but it is text/html;charset=utf-8.");
    }

    @Test
    void listTheHeaders() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).containsHeader("X-B"))
                .withMessageStartingWith("Expected a header X-B but there is none.\n  page ")
                .withMessageContaining("\nThe headers are:\n  x-a: 1, 2\n");
    }

    @Test
    void showAnUnexpectedHeader() {
        assertFails(() -> assertThat(page).doesNotContainHeader("X-A"), "Expected no header X-A but found 2: 1, 2.");
    }

    @Test
    void showTheValuesOfAHeader() {
        assertFails(() -> assertThat(page).hasHeader("X-A", "3"), "Expected header X-A: 3 but found x-a: 1, x-a: 2.");
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
        assertFails(() -> assertThat(page).cookie("id"), "Expected cookie id to be set but there are no cookies.");
    }

    @Test
    void showAnUnexpectedCookie() {
        server.answer("/cookie", 200, "", "Set-Cookie", "id=secret; Path=/");
        Page cookie = Page.open(server.uri("/cookie"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(cookie).doesNotSetCookie("id"))
                .withMessage("Expected no cookie id but it was set: cookie id; path=/.\n  " + cookie);
    }

    @Test
    void nameThePageInAMissingElement() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(page).text("h2"))
                .withMessage(
                        "Expected an element that matches h2 but there is none.\n  %s\nThe elements are:\n  h1 \"Down\"\n  a \"X\"",
                        page);
    }

    @Test
    void tellOfBytesThatContradictTheCharsetOfTheTextTheyCompare() {
        byte[] latin = "<title>Gr\u00fc\u00dfe</title><p>gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1);
        server.answer("/latin", 200, latin, "Content-Type", "text/html; charset=utf-8");
        Page wrong = Page.open(server.uri("/latin"));
        String note = "; it is not valid UTF-8: bytes FC DF FC (perhaps ISO-8859-1)]";

        assertThatThrownBy(() -> assertThat(wrong).hasTitle("Gr\u00fc\u00dfe"))
                .hasMessageEndingWith("\nThe page is not valid UTF-8: bytes FC DF FC (perhaps ISO-8859-1)");
        assertThatThrownBy(() -> assertThat(wrong).hasLink("gr\u00fcn"))
                .hasMessageEndingWith("\nThe page is not valid UTF-8: bytes FC DF FC (perhaps ISO-8859-1)");
        assertThatThrownBy(() -> assertThat(wrong).text().isEqualTo("gr\u00fcn"))
                .hasMessageContaining(note);
        assertThatThrownBy(() -> assertThat(wrong).text("p").isEqualTo("gr\u00fcn"))
                .hasMessageContaining(note);
        assertThatThrownBy(() -> assertThat(wrong).html().title().isEqualTo("x"))
                .hasMessageContaining(note);
    }

    @Test
    void tellOfTextThatIsUtf8ButIsReadInAnotherCharset() {
        server.answer("/utf8", 200, "<p>gr\u00fcn", "Content-Type", "text/html; charset=iso-8859-1");

        assertThatThrownBy(() ->
                        assertThat(Page.open(server.uri("/utf8"))).text("p").isEqualTo("gr\u00fcn"))
                .hasMessageContaining("; it is read as windows-1252, but all of it is valid UTF-8]");
    }

    private void assertFails(ThrowingCallable call, String reason) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(call)
                .withMessage(reason + "\n  page " + server.uri("/") + " (503 text/html \"Oops\")");
    }
}

package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SubmissionTests {

    @Test
    void postsPlainText() throws IOException {
        assertThat(submitted("<form action=/echo method=post enctype=text/plain><input name=a value='b c'>"))
                .isEqualTo("POST /echo\ntype: text/plain\ncookies: null\na=b c\r\n");
    }

    @Test
    void tellsWhereItComesFrom() throws IOException {
        try (PageServer server = PageServer.plain()) {
            server.html("/page", "<form action=/echo method=post></form>").headers("/echo");

            Page page = Page.open(server.uri("/page?a=b")).form().submit();

            assertThat(page.body().lines())
                    .contains("Referer: " + server.uri("/page?a=b"), "Origin: " + server.uri(""));
        }
    }

    @Test
    void getsWithAQuery() throws IOException {
        assertThat(submitted("<form action='/echo?old=1'><input name=q value='a b&amp;\u00e4'></form>"))
                .startsWith("GET /echo?q=a+b%26%C3%A4\n");
    }

    @Test
    void postsUrlEncoded() throws IOException {
        assertThat(submitted("<form action=/echo?k=1 method=POST><textarea name=t>\na\nb</textarea></form>"))
                .isEqualTo("POST /echo?k=1\ntype: application/x-www-form-urlencoded\ncookies: null\nt=a%0D%0Ab");
    }

    @Test
    void postsInParts() throws IOException {
        assertThat(submitted("<form action=/echo method=post enctype=multipart/form-data><input name=a value=b>"))
                .matches(
                        "(?s)POST /echo\ntype: multipart/form-data; boundary=(\\S+)\ncookies: null\n--\\1\r\n.*--\\1--\r\n")
                .contains("\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--");
    }

    @Test
    void pressesTheFirstButtonByDefault() throws IOException {
        assertThat(submitted("<form action=/echo><button type=button name=x>No</button>"
                        + "<input type=submit name=go value=Yes><input type=submit name=go value=Other></form>"))
                .startsWith("GET /echo?go=Yes\n");
    }

    @Test
    void pressesTheNamedButton() throws IOException {
        try (PageServer server = PageServer.plain()) {
            server.html(
                            "/",
                            "<form action=/nowhere><button>Save</button>"
                                    + "<button name=do value=del formaction=/echo formmethod=post>Delete it</button></form>")
                    .echo("/echo");
            Form form = Page.open(server.uri("/")).form();

            assertThat(form.submit("Delete it").body())
                    .startsWith("POST /echo\n")
                    .endsWith("\ndo=del");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> form.submit("Remove"))
                    .withMessageStartingWith("Expected a button Remove but the buttons are Save, Delete it.\n");
        }
    }

    @Test
    void returnsToItsOwnPageWithoutAnAction() throws IOException {
        try (PageServer server = PageServer.plain()) {
            server.html("/page", "<form><input name=a value=1></form>");

            assertThat(Page.open(server.uri("/page?b=2")).form().submit().uri()).isEqualTo(server.uri("/page?a=1"));
        }
    }

    @Test
    void keepsTheCookiesOfThePage() throws IOException {
        try (PageServer server = PageServer.plain()) {
            server.answer("/", 200, "<form action=/echo></form>", "Set-Cookie", "s=1", "Content-Type", "text/html")
                    .echo("/echo");

            assertThat(Page.open(server.uri("/")).form().submit().body()).contains("cookies: [s=1]");
        }
    }

    private String submitted(String markup) throws IOException {
        try (PageServer server = PageServer.plain()) {
            server.html("/", markup).echo("/echo");
            return Page.open(server.uri("/")).form().submit().body();
        }
    }
}

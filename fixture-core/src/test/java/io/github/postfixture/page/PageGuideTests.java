package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code docs/pages.md} shows is what runs here, line breaks aside. */
class PageGuideTests {

    private static final Path GUIDE = Path.of("../docs/pages.md");
    private static final Path SOURCE = Path.of("src/test/java/io/github/postfixture/page/PageGuideTests.java");

    @Test
    void walksThroughAShop() {
        try (WebServer web = WebServer.start()) {
            web.serve(
                    "GET",
                    "/login",
                    Response.html("<title>Log in</title><form method=post><input name=user>"
                            + "<input name=password type=password><button>Log in</button></form>"));
            web.serve(
                    "POST",
                    "/login",
                    Response.redirect("/account")
                            .withHeader("Set-Cookie", "session=1; Path=/; Secure; HttpOnly; SameSite=Lax"));
            web.serve(
                    "/account",
                    Response.html("<html lang=en><title>Account</title><h1>Orders</h1><table><tr><th>Number"
                            + "<th>Total<tr><td>4711<td>12.00</table><a href=/login>Log in again</a>"));

            Page account = Page.open(web.uri("/login"))
                    .form()
                    .fill("user", "alice")
                    .fill("password", "secret")
                    .submit("Log in");

            assertThat(account)
                    .hasStatusOk()
                    .hasTitle("Account")
                    .cookie("session")
                    .isSecure()
                    .isHttpOnly()
                    .hasSameSite("Lax");
            assertThat(account).table("Orders").row("4711").containsEntry("Total", "12.00");
            assertThat(account).hasNoBrokenLinks().hasNoAccessibilityDefects();
        }
    }

    @Test
    void isWhatTheGuideShows() throws IOException {
        String guide = Files.readString(GUIDE);
        String sample =
                guide.substring(guide.indexOf("```java") + 7, guide.indexOf("```\n", guide.indexOf("```java") + 7));

        assertThat(sample.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(withoutSpace(Files.readString(SOURCE))).contains(withoutSpace(line)));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}

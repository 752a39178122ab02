package io.github.postfixture.page;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Failure;
import java.io.IOException;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every verb on pages and what is in them, passing and failing, as the page on assertions shows them. */
class PageAssertExamplesTests {

    private static final String MARKUP = """
            <title>Orders</title><link rel=canonical href=/orders><h1>Your orders</h1><p>one<p>two</p><a href=/next>Next</a>
            <form action=/search><input name=user value=alice><button>Go</button></form>
            <table><caption>Orders</caption><tr><th>Number<th>Total<tr><td>4711<td>12.00<tr><td>4712<td>free</table>
            """;

    private final Html html = Html.of(MARKUP);
    private final Html insecure = Html.of("<img src=http://shop.test/x alt=''><a href=http://shop.test/>Shop</a>");
    private final Html product = Html.of("<html lang=en><title>Tea</title><h1>Tea</h1>"
            + "<script type=application/ld+json>{\"@type\": \"Product\"}</script>");
    private final Cookie strict =
            Cookie.parse("id=x; Secure; HttpOnly; SameSite=Strict; Domain=a.b; Path=/p; Max-Age=1");
    private final Cookie plain = Cookie.parse("id=x");

    private PageServer server;
    private Page page;
    private Page missing;
    private Page secure;

    @BeforeEach
    void open() throws IOException {
        server = PageServer.plain()
                .answer(
                        "/",
                        200,
                        MARKUP,
                        "Content-Type",
                        "text/html",
                        "Set-Cookie",
                        "id=x; Path=/",
                        "X-A",
                        "1",
                        "X-A",
                        "2")
                .html("/orders", "x")
                .html("/next", "x")
                .html("/search", "x")
                .answer("/gone", 404, "")
                .answer(
                        "/secure",
                        200,
                        "x",
                        "Content-Security-Policy",
                        "default-src 'self'; frame-ancestors 'none'",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "no-referrer")
                .answer("/missing", 404, "<p>No such page <a href=/gone>Gone</a>", "Content-Type", "text/html");
        page = Page.open(server.uri("/"));
        missing = Page.open(server.uri("/missing"));
        secure = Page.open(server.uri("/secure"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void passPages() {
        assertThat(page).hasStatusOk().hasStatus(200).hasContentTypeCompatibleWith("text/*");
        assertThat(page)
                .containsHeader("X-A")
                .doesNotContainHeader("X-B")
                .hasHeader("X-A", "2")
                .doesNotSetCookie("other")
                .hasNoBrokenLinks();
        assertThat(secure).hasSecurityHeaders();
        assertThat(page).cookie("id").hasPath("/");
        assertThat(page).contentSecurityPolicy().isEmpty();
        assertThat(page).redirects().isEmpty();
        assertThat(page).uri().hasPath("/");
        assertThat(page).html().hasTitle("Orders");
    }

    @Test
    void showPages() {
        failureOf(() -> assertThat(page).hasStatus(404)).isEqualTo("""
                Expected status 404 but was 200, with the text "Your orders one two Next Go Orders Number Total 4711 12.00 4712 free".
                  page http://shop.test/ (200 text/html "Orders")""");
        failureOf(() -> assertThat(missing).hasStatusOk()).isEqualTo("""
                Expected status 200 but was 404, with the text "No such page Gone".
                  page http://shop.test/missing (404 text/html)""");
        failureOf(() -> assertThat(page).hasContentTypeCompatibleWith("application/json"))
                .isEqualTo("""
                Expected a content type compatible with application/json but it is text/html.
                  page http://shop.test/ (200 text/html "Orders")""");
        failureOf(() -> assertThat(page).containsHeader("X-B")).isEqualTo("""
                Expected a header X-B but there is none.
                  page http://shop.test/ (200 text/html "Orders")
                The headers are:
                  x-a: 1, 2
                  content-length: 295
                  content-type: text/html
                  date: now
                  set-cookie: id=***; Path=/""");
        failureOf(() -> assertThat(page).doesNotContainHeader("X-A")).isEqualTo("""
                Expected no header X-A but found 2: 1, 2.
                  page http://shop.test/ (200 text/html "Orders")""");
        failureOf(() -> assertThat(page).hasHeader("X-A", "3")).isEqualTo("""
                Expected header X-A: 3 but found x-a: 1, x-a: 2.
                  page http://shop.test/ (200 text/html "Orders")""");
        failureOf(() -> assertThat(page).hasHeader("X-B", "1")).isEqualTo("""
                Expected header X-B: 1 but there is none, only x-a: 1, x-a: 2.
                  page http://shop.test/ (200 text/html "Orders")
                The headers are:
                  content-length: 295
                  content-type: text/html
                  date: now
                  set-cookie: id=***; Path=/
                  x-a: 1
                  x-a: 2""");
        failureOf(() -> assertThat(page).cookie("sid")).isEqualTo("""
                Expected cookie sid to be set but the only cookie is cookie id; path=/.
                  page http://shop.test/ (200 text/html "Orders")""");
        failureOf(() -> assertThat(page).doesNotSetCookie("id")).isEqualTo("""
                Expected no cookie id but it was set: cookie id; path=/.
                  page http://shop.test/ (200 text/html "Orders")""");
        failureOf(() -> assertThat(page).hasSecurityHeaders()).isEqualTo("""
                Expected all security headers but Content-Security-Policy is missing; X-Content-Type-Options is missing; Referrer-Policy is missing and 1 more.
                  page http://shop.test/ (200 text/html "Orders")
                All that is wrong:
                  Content-Security-Policy is missing
                  X-Content-Type-Options is missing
                  Referrer-Policy is missing
                  frame-ancestors in Content-Security-Policy is missing, and X-Frame-Options is missing""");
        failureOf(() -> assertThat(missing).hasNoBrokenLinks()).isEqualTo("""
                Expected no broken links but of 1 address 1 is broken.
                  page http://shop.test/missing (404 text/html)
                Broken are:
                  404 http://shop.test/gone
                    line 1: <a href="/gone">""");
    }

    @Test
    void passMarkup() {
        assertThat(html)
                .hasTitle("Orders")
                .hasElement("h1")
                .doesNotHaveElement("h2")
                .hasElementCount("p", 2)
                .hasLink("Next")
                .hasNoMixedContent();
        assertThat(html).title().startsWith("Ord");
        assertThat(html).text().contains("one two");
        assertThat(html).text("h1").isEqualTo("Your orders");
        assertThat(html).texts("p").containsExactly("one", "two");
        assertThat(html).attribute("a", "href").isEqualTo("/next");
        assertThat(html).headings().containsExactly("h1 Your orders");
        assertThat(html).meta("author").isNull();
        assertThat(html).canonical().hasPath("/orders");
        assertThat(html).alternates().isEmpty();
        assertThat(html).structuredData().isEmpty();
        assertThat(html).hasNoAccessibilityDefectsExcept("html-lang", "label");
        assertThat(html).linkAt("a").text().isEqualTo("Next");
        assertThat(product).hasNoAccessibilityDefects().hasStructuredData("Product");
    }

    @Test
    void showMarkup() {
        failureOf(() -> assertThat(html).hasTitle("Order")).isEqualTo("""
                Expected the title to be "Order" but was "Orders".
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).hasElement("h2")).isEqualTo("""
                Expected an element that matches h2 but there is none.
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …"
                The elements are:
                  h1 "Your orders"
                  p "one"
                  p "two"
                  a "Next"
                  form
                    input[name=user]
                    button "Go"
                  table
                    caption "Orders"
                    tbody
                      tr
                        th "Number"
                  (and 7 more)""");
        failureOf(() -> assertThat(html).doesNotHaveElement("p")).isEqualTo("""
                Expected no element that matches p but there are 2, the first with the text "one".
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).hasElementCount("p", 1)).isEqualTo("""
                Expected 1 element that matches p but there are 2.
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).hasLink("Back")).isEqualTo("""
                Expected a link with the text "Back" but the only link is "Next" → /next.
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).hasNoAccessibilityDefects()).isEqualTo("""
                Expected no accessibility defects but line 2: <input name="user" value="alice"> has no label (label); line 1: <html> does not say its language (html-lang).
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).hasNoAccessibilityDefectsExcept("label"))
                .isEqualTo("""
                Expected no accessibility defects but line 1: <html> does not say its language (html-lang).
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(insecure).hasNoMixedContent()).isEqualTo("""
                Expected no mixed content but found http://shop.test/x in line 1: <img src="http://shop.test/x" alt="">.
                  markup "Shop\"""");
        failureOf(() -> assertThat(html).hasStructuredData("Product")).isEqualTo("""
                Expected structured data of type Product but there are no types.
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(insecure).canonical()).isEqualTo("""
                Expected one canonical address but there are no addresses.
                  markup "Shop\"""");
        failureOf(() -> assertThat(html).text("h2")).isEqualTo("""
                Expected an element that matches h2 but there is none.
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …"
                The elements are:
                  h1 "Your orders"
                  p "one"
                  p "two"
                  a "Next"
                  form
                    input[name=user]
                    button "Go"
                  table
                    caption "Orders"
                    tbody
                      tr
                        th "Number"
                  (and 7 more)""");
        failureOf(() -> assertThat(html).linkAt("p")).isEqualTo("""
                Expected a link but there is <p>.
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
    }

    @Test
    void passForms() {
        assertThat(html)
                .form()
                .hasField("user")
                .doesNotHaveField("password")
                .hasFieldValue("user", "alice")
                .hasMethod("get");
        assertThat(html).form("form").action().hasPath("/search");
        assertThat(html).form().fields().containsOnlyKeys("user");
        assertThat(html).form().buttons().containsExactly("Go");
    }

    @Test
    void showForms() {
        failureOf(() -> assertThat(html).form().hasField("name")).isEqualTo("""
                Expected a field name but the only field is user.
                  form (user) → get /search of markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).form().doesNotHaveField("user")).isEqualTo("""
                Expected no field user but there is one, which would send [alice].
                  form (user) → get /search of markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).form().hasFieldValue("user", "bob")).isEqualTo("""
                Expected field user to be bob but was alice.
                  form (user) → get /search of markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).form().hasMethod("post")).isEqualTo("""
                Expected the method to be "post" but was "get".
                  form (user) → get /search of markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(insecure).form()).isEqualTo("""
                Expected one form but there are no forms.
                  markup "Shop\"""");
    }

    @Test
    void passTables() {
        assertThat(html).table().hasColumns("Number", "Total").hasRowCount(2).containsRow("4711", "12.00");
        assertThat(html).table("Orders").row("4711").containsEntry("Total", "12.00");
        assertThat(html).table().column("Number").containsExactly("4711", "4712");
        assertThat(html).table().rows().hasSize(2);
    }

    @Test
    void showTables() {
        failureOf(() -> assertThat(html).table().hasColumns("Number", "Price")).isEqualTo("""
                Expected the columns to be Number, Price but were Number, Total.
                  table "Orders" (2 rows, 2 columns) of markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).table().hasRowCount(1)).isEqualTo("""
                Expected 1 row but there are 2.
                  table "Orders" (2 rows, 2 columns) of markup "Your orders one two Next Go Orders Number Total 4711 12.00 …"
                The rows are:
                  [4711, 12.00]
                  [4712, free]""");
        failureOf(() -> assertThat(html).table().containsRow("4711", "13.00")).isEqualTo("""
                Expected the row [4711, 13.00] but the rows are [4711, 12.00], [4712, free].
                  table "Orders" (2 rows, 2 columns) of markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
        failureOf(() -> assertThat(html).table().row("12.00 EUR")).isEqualTo("""
                Expected one row with a cell "12.00 EUR" but the rows are [4711, 12.00], [4712, free].
                  table "Orders" (2 rows, 2 columns)""");
        failureOf(() -> assertThat(html).table().column("Price")).isEqualTo("""
                Expected a column Price but the columns are Number, Total.
                  table "Orders" (2 rows, 2 columns)""");
        failureOf(() -> assertThat(html).table("Bills")).isEqualTo("""
                Expected one table named Bills but the only table is table "Orders" (2 rows, 2 columns).
                  markup "Your orders one two Next Go Orders Number Total 4711 12.00 …\"""");
    }

    @Test
    void passCookies() {
        assertThat(strict)
                .isSecure()
                .isHttpOnly()
                .hasSameSite("Strict")
                .hasPath("/p")
                .hasDomain("a.b")
                .hasMaxAge(ofSeconds(1));
        assertThat(plain).hasNoDomain().isSessionCookie().value().isEqualTo("x");
    }

    @Test
    void showCookies() {
        failureOf(() -> assertThat(plain).isSecure()).isEqualTo("""
                Expected cookie id to be Secure but there are no attributes.""");
        failureOf(() -> assertThat(plain).isHttpOnly()).isEqualTo("""
                Expected cookie id to be HttpOnly but there are no attributes.""");
        failureOf(() -> assertThat(strict).hasSameSite("Lax")).isEqualTo("""
                Expected SameSite of cookie id to be "Lax" but was "Strict".
                  cookie id; domain=a.b; httponly; max-age=1; path=/p; samesite=Strict; secure""");
        failureOf(() -> assertThat(strict).hasPath("/")).isEqualTo("""
                Expected Path of cookie id to be "/" but was "/p".
                  cookie id; domain=a.b; httponly; max-age=1; path=/p; samesite=Strict; secure""");
        failureOf(() -> assertThat(plain).hasPath("/")).isEqualTo("""
                Expected Path of cookie id to be "/" but there is none.""");
        failureOf(() -> assertThat(strict).hasDomain("c.d")).isEqualTo("""
                Expected Domain of cookie id to be "c.d" but was "a.b".
                  cookie id; domain=a.b; httponly; max-age=1; path=/p; samesite=Strict; secure""");
        failureOf(() -> assertThat(strict).hasNoDomain()).isEqualTo("""
                Expected cookie id without Domain but it has a.b.
                  cookie id; domain=a.b; httponly; max-age=1; path=/p; samesite=Strict; secure""");
        failureOf(() -> assertThat(strict).hasMaxAge(ofMinutes(2))).isEqualTo("""
                Expected Max-Age of cookie id to be "120 seconds" but was "1 second".
                  cookie id; domain=a.b; httponly; max-age=1; path=/p; samesite=Strict; secure""");
        failureOf(() -> assertThat(plain).hasMaxAge(ofMinutes(2))).isEqualTo("""
                Expected Max-Age of cookie id to be "120 seconds" but there is none.""");
        failureOf(() -> assertThat(strict).isSessionCookie()).isEqualTo("""
                Expected cookie id to be a session cookie but the attributes are domain=a.b, httponly, max-age=1, path=/p, samesite=Strict, secure.
                  cookie id; domain=a.b; httponly; max-age=1; path=/p; samesite=Strict; secure""");
    }

    @Test
    void passLinks() {
        assertThat(html).linkAt("a").uri().hasPath("/next");
    }

    @Test
    void showLinks() {
        failureOf(() -> assertThat(insecure).linkAt("a").isHttps()).isEqualTo("""
                Expected an absolute https link but it is "Shop" → http://shop.test/.
                  markup "Shop\"""");
        failureOf(() -> assertThat(page).linkAt("a").worksOnce()).isEqualTo("""
                Expected "Next" → http://shop.test/next to work once but the second time its status was 200 again.
                  page http://shop.test/ (200 text/html "Orders")""");
    }

    /** Return how an assertion fails on the server, whose port is another one each time. */
    private AbstractStringAssert<?> failureOf(ThrowingCallable assertion) {
        return Failure.failureOf(
                assertion,
                text -> text.replace(server.uri("").toString(), "http://shop.test")
                        .replaceAll("date: .*", "date: now"));
    }
}

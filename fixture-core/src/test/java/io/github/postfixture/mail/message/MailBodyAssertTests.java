package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.html;
import static io.github.postfixture.mail.message.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.postfixture.mail.Sender;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailBodyAssertTests {

    @Nested
    class Charsets {

        @Test
        void areDeclared() {
            assertThat(Sender.receive("Content-Type: text/plain; charset=UTF-8\n\nHello"))
                    .body()
                    .hasCharset("utf-8");
            failureOf(() -> assertThat(Sender.receive("Subject: Welcome\n\nHello"))
                            .body()
                            .hasCharset("utf-8"))
                    .isEqualTo("""
                    Expected the charset utf-8 but text/plain declares us-ascii.
                      mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        }

        @Test
        void areContradictedByBytesOfAnotherOne() {
            failureOf(() -> assertThat(Sender.receive("Content-Type: text/plain; charset=UTF-8\n"
                                    + "Content-Transfer-Encoding: quoted-printable\n\nSch=F6n"))
                            .body()
                            .hasCharset("utf-8"))
                    .startsWith("Expected the charset utf-8 but text/plain is not valid UTF-8: byte");
        }
    }

    @Nested
    class TextAndHtml {

        private final ReceivedMail mail = mail("Hello Alice!\nPay 12,50 at https://shop.test/pay?a=1", """
            <h1>Hello <b>Alice</b></h1><p>Pay <a href="https://shop.test/pay?a=1">12,50</a> at</p>\
            """);

        @Test
        void agreeIfTheySayTheSameWords() {
            assertThat(mail).body().hasTextAndHtmlThatAgree();
            failureOf(() -> assertThat(mail("Hello Bob", "<p>Hello Alice"))
                            .body()
                            .hasTextAndHtmlThatAgree())
                    .isEqualTo("""
                        Expected text and HTML to say the same but only the text says: "bob"; only the HTML says: "alice".
                          mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        }

        @Test
        void haveTheSameLinks() {
            assertThat(mail).body().hasSameLinksInTextAndHtml();
            failureOf(() -> assertThat(mail(
                                    "https://shop.test/a",
                                    "<a href='https://shop.test/b'>b</a><a href='mailto:c@d'>c</a>"))
                            .body()
                            .hasSameLinksInTextAndHtml())
                    .isEqualTo("""
                        Expected text and HTML to have the same links but only in the text: https://shop.test/a; only in the HTML: https://shop.test/b.
                          mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        }
    }

    @Nested
    class Links {

        @Test
        void areHttps() {
            ReceivedMail mail = html("<a href='https://shop.test/'>a</a> <a href='http://shop.test/'>b</a>");

            assertThat(html("<a href='https://shop.test/'>a</a><a href='mailto:x@y'>b</a>"))
                    .body()
                    .hasHttpsLinksOnly();
            failureOf(() -> assertThat(mail).body().hasHttpsLinksOnly()).isEqualTo("""
                Expected https links only but found "b" → http://shop.test/.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        }

        @Test
        void areHttpsInTheTextToo() {
            ReceivedMail mail = mail("Pay at Http://shop.test/pay now", "<a href='https://shop.test/'>a</a>");

            failureOf(() -> assertThat(mail).body().hasHttpsLinksOnly())
                    .startsWith(
                            "Expected https links only but found \"Http://shop.test/pay\" → http://shop.test/pay.\n");
        }

        @Test
        void areTheSameHoweverTheyAreWritten() {
            assertThat(mail("https://bücher.test/a", "<a href='HTTPS://xn--bcher-kva.TEST:443\\a'>a</a>"))
                    .body()
                    .hasSameLinksInTextAndHtml();
        }

        @Test
        void areFoundByTheirTarget() {
            ReceivedMail mail =
                    html("<a href='https://shop.test/confirm?token=42'>Go</a> <a href='https://shop.test/'>b</a>");

            assertThat(mail)
                    .linkMatching(Pattern.compile("/confirm"))
                    .isHttps()
                    .uri()
                    .hasHost("shop.test")
                    .hasParameter("token", "42");
            failureOf(() -> assertThat(mail).linkMatching(Pattern.compile("shop")))
                    .isEqualTo("""
                        Expected one link that matches shop but the links are "Go" → https://shop.test/confirm?token=42, "b" → https://shop.test/.
                          mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
            assertThat(mail).links().hasSize(2);
        }
    }

    @Nested
    class Placeholders {

        @Test
        void areAllResolved() {
            assertThat(mail("100% sure, $5, nullable, 50%discount", "<p>{ok}"))
                    .body()
                    .hasNoPlaceholders();
            failureOf(() -> assertThat(mail(
                                    "Dear {{name}}, %s and null",
                                    "<p>${total} <a href='https://x.test/${id}'>a</a> [object Object]"))
                            .body()
                            .hasNoPlaceholders())
                    .isEqualTo("""
                        Expected no unresolved placeholders but found 6: {{name}} in the text, %s in the text, null in the text, ${total} in the HTML, [object Object] in the HTML, ${id} in a link.
                          mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{{ a }}",
                    "${a}",
                    "#{a}",
                    "{% if %}",
                    "<%= a %>",
                    "%s",
                    "%1$s",
                    "%d",
                    "%(name)s",
                    "%.2f",
                    "{{{ a }}}",
                    "[object Object]",
                    "undefined",
                    "NaN",
                    "null"
                })
        void areFoundInEveryNotation(String placeholder) {
            failureOf(() -> assertThat(Sender.receive("Subject: Dear " + placeholder + ",\n\nx"))
                            .body()
                            .hasNoPlaceholders())
                    .startsWith("Expected no unresolved placeholders but found " + placeholder + " in the subject.\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Sie zahlen null Euro.",
                    "Sie zahlen null\nEuro, und wir null und nichts.",
                    "Bei null Grad, von null auf hundert",
                    "Der Stand fällt auf null",
                    "Der Vertrag ist null und nichtig.",
                    "This is undefined behaviour, and the result is undefined.",
                    "The value remains undefined",
                    "A null pointer is null. There are no null values.",
                    "(von null Euro)",
                    "It is null and void; undefined terms are not.",
                    "nullable, NaNo, undefined-ness, null-safe, foo.null",
                    "100 % sicher, 50 % des Preises, 100%"
                })
        void areNotFoundInProse(String text) {
            assertThat(mail(text, "<p>" + text)).body().hasNoPlaceholders();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Hello null,",
                    "Hi undefined! Your order is on its way.",
                    "Dear Mr. null",
                    "Sehr geehrte Frau null,",
                    "Liebe null, danke",
                    "Merhaba null,",
                    "Welcome back null, and thanks",
                    "Total: null",
                    "Total: null Euro",
                    "Your order null has been shipped.",
                    "Bestellnummer null ist da.",
                    "You owe us €null.",
                    "You owe us null EUR.",
                    "You owe us null €.",
                    "#null",
                    "You ordered \"undefined\" twice.",
                    "It leaves (null) now.",
                    "null null, we thank you.",
                    "From Berlin\n\nnull\n\nTo Bonn",
                    "Price NaN for you."
                })
        void areFoundWhereAValueShouldStand(String text) {
            failureOf(() -> assertThat(mail(text, "<p>x")).body().hasNoPlaceholders())
                    .contains(" in the text.\n");
            failureOf(() -> assertThat(mail("x", "<div>Shop</div><p>" + text.replace("\n\n", "<p>")))
                            .body()
                            .hasNoPlaceholders())
                    .contains(" in the HTML.\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/null", "?id=undefined", "?id=%s", "/[object Object]", "/<%= id %>", "/{{id}}"})
        void areFoundInLinks(String path) {
            failureOf(() -> assertThat(html("<a href='https://x.test" + path + "'>a</a>"))
                            .body()
                            .hasNoPlaceholders())
                    .contains(" in a link.\n");
        }

        @Test
        void areShownInOneLine() {
            failureOf(() -> assertThat(mail("{{ a\n" + "b".repeat(100) + " }}", "x"))
                            .body()
                            .hasNoPlaceholders())
                    .contains("but found {{ a " + "b".repeat(75) + "... in the text.\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{{", "${a ", "<% ", "{% ", "#{", "[object ", "{{ }", "%1", "null ", "order ", "undefined\n"
                })
        @Timeout(60)
        void areLookedForInALongTextToo(String piece) {
            ReceivedMail mail = mail(piece.repeat(1_000_000 / piece.length()) + "x", "<p>" + piece.repeat(50_000));

            assertThatCode(() -> assertThat(mail).body().hasNoPlaceholders())
                    .satisfiesAnyOf(
                            failure -> assertThat(failure).isNull(),
                            failure -> assertThat(failure).isInstanceOf(AssertionError.class));
        }
    }

    @Nested
    class Text {

        private final ReceivedMail answer = mail("""
            Thanks.

            > Hello Bob
            >> deeper

            --\s
            Alice
            Shop\
            """, "<p>x");

        @Test
        void hasASignatureAndAQuote() {
            assertThat(answer).body().signature().isEqualTo("Alice\nShop");
            assertThat(answer).body().quote().isEqualTo("Hello Bob\n> deeper");
            assertThat(mail("x", "x")).body().signature().isEmpty();
            failureOf(() -> assertThat(answer).body().signature().isEqualTo("Bob"))
                    .contains("[signature of mail from");
        }

        @Test
        void hasLinesOfAtMostSomeLength() {
            assertThat(answer).body().hasTextLinesAtMost(11);
            failureOf(() -> assertThat(answer).body().hasTextLinesAtMost(10)).isEqualTo("""
                Expected lines of at most 10 characters but "> Hello Bob" has 11.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        }
    }
}

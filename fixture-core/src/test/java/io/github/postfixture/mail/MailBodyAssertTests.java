package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.SampleMail.html;
import static io.github.postfixture.mail.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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
                    Expecting:
                      mail from shop@example.org to [alice@example.org] with subject "Welcome"
                    to have the charset utf-8
                    but:
                      text/plain declares us-ascii\
                    """);
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
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Welcome"
                        to say the same in text and HTML
                        but:
                          only the text says: "bob"
                          only the HTML says: "alice\"\
                        """);
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
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Welcome"
                        to have the same links in text and HTML
                        but:
                          only in the text: https://shop.test/a
                          only in the HTML: https://shop.test/b\
                        """);
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
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Welcome"
                to have https links only
                but:
                  "b" -> http://shop.test/\
                """);
        }

        @Test
        void areHttpsInTheTextToo() {
            ReceivedMail mail = mail("Pay at Http://shop.test/pay now", "<a href='https://shop.test/'>a</a>");

            failureOf(() -> assertThat(mail).body().hasHttpsLinksOnly())
                    .endsWith("but:\n  \"Http://shop.test/pay\" -> http://shop.test/pay");
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
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Welcome"
                        to have one link matching:
                          shop
                        but its links are:
                          "Go" -> https://shop.test/confirm?token=42
                          "b" -> https://shop.test/\
                        """);
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
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Welcome"
                        to have no unresolved placeholders
                        but:
                          {{name}} in the text
                          %s in the text
                          null in the text
                          ${total} in the HTML
                          [object Object] in the HTML
                          ${id} in a link\
                        """);
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
                    "undefined",
                    "NaN",
                    "null"
                })
        void areFoundInEveryNotation(String placeholder) {
            failureOf(() -> assertThat(Sender.receive("Subject: Dear " + placeholder + ",\n\nx"))
                            .body()
                            .hasNoPlaceholders())
                    .endsWith("but:\n  " + placeholder + " in the subject");
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
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Welcome"
                to have lines of at most 10 characters
                but:
                  11 in "> Hello Bob\"\
                """);
        }
    }
}

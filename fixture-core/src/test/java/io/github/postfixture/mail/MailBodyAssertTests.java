package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailBodyAssertTests {

    private static ReceivedMail mail(String text, String html) {
        return Sender.receive("""
            Subject: Welcome
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            %s
            --b
            Content-Type: text/html; charset=utf-8

            %s
            --b
            Content-ID: <logo>
            Content-Type: image/png

            --b--
            """.formatted(text, html));
    }

    private static ReceivedMail html(String html) {
        return mail("text", html);
    }

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
    class Markup {

        @Test
        void hasAPartForEveryImage() {
            assertThat(html("<img src='cid:logo'><img src='https://x.test/y'>"))
                    .body()
                    .hasImagesThatResolve();
            failureOf(() -> assertThat(html("<img src='cid:lgoo'><p background='cid:%6Cogo'>"))
                            .body()
                            .hasImagesThatResolve())
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Welcome"
                        to have a part for every cid: reference
                        but:
                          no part is cid:lgoo\
                        """);
        }

        @Test
        void hasAltTexts() {
            assertThat(html("<img src='cid:logo' alt=''>")).body().hasImagesWithAlt();
            failureOf(() -> assertThat(html("<img src='cid:logo'>")).body().hasImagesWithAlt())
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Welcome"
                        to have an alt text for every image
                        but:
                          <img src="cid:logo">\
                        """);
        }

        @Test
        void hasNothingThatActs() {
            assertThat(html("<a href='https://shop.test/'>a</a>")).body().hasNoActiveContent();
            failureOf(() -> assertThat(html(
                                    "<script>x()</script><form></form><p onclick='x()'><a href='javascript:x()'>a</a>"))
                            .body()
                            .hasNoActiveContent())
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Welcome"
                        to have no active content
                        but:
                          <script>
                          <form>
                          <p onclick="x()">
                          <a href="javascript:x()">\
                        """);
        }

        @Test
        void loadsNothing() {
            assertThat(html("<a href='https://shop.test/'>a</a><img src='cid:logo'>"))
                    .body()
                    .hasNoRemoteContent();
            failureOf(() -> assertThat(html("""
                <style>@import 'https://x.test/a.css'; p { background: url(//x.test/b.png) }</style><link rel="stylesheet" href="https://x.test/c.css">
                <img src="https://x.test/d.png"><p style="background: url('https://x.test/e.png')"><img srcset="https://x.test/f.png 2x">\
                """)).body().hasNoRemoteContent()).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org] with subject "Welcome"
                    to have no remote content
                    but:
                      <link rel="stylesheet" href="https://x.test/c.css">
                      <img src="https://x.test/d.png">
                      <p style="background: url('https://x.test/e.png')">
                      <img srcset="https://x.test/f.png 2x">
                      <style> @import 'https://x.test/a.css
                      <style> url(//x.test/b.png\
                    """);
        }

        @Test
        void countsNobody() {
            assertThat(html("<img src='https://x.test/logo.png' width=100>"))
                    .body()
                    .hasNoTrackingPixels();
            failureOf(() -> assertThat(html("""
                <img src="https://x.test/a.gif" width="1"><img src="//x.test/b.gif" height="0">
                <img src="http://x.test/c.gif" style="display:none"><img src="cid:logo" width="1">\
                """)).body().hasNoTrackingPixels()).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org] with subject "Welcome"
                    to have no tracking pixels
                    but:
                      <img src="https://x.test/a.gif" width="1">
                      <img src="//x.test/b.gif" height="0">
                      <img src="http://x.test/c.gif" style="display:none">\
                    """);
        }

        @Test
        void ofALongTagIsCut() {
            failureOf(() -> assertThat(html("<img src='" + "x".repeat(200) + "'>"))
                            .body()
                            .hasImagesWithAlt())
                    .endsWith("x".repeat(100) + "...");
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

    @Nested
    class Codes {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Your code is 123456.|123456",
                    "Your code: 123 456|123456",
                    "Use 123-456 to log in|123456",
                    "It is 2026. Your verification code is 481516. Order 23422342.|481516",
                    "PIN 4711, valid until 12.05.2027|4711",
                })
        void areFound(String text, String code) {
            assertThat(Sender.receive("Subject: Log in\n\n" + text).code()).isEqualTo(code);
        }

        @Test
        void areFoundInHtmlToo() {
            ReceivedMail mail = Sender.receive("Content-Type: text/html\n\n<p>Your code is <b>123456</b>");

            assertThat(mail).code().isEqualTo("123456");
        }

        @Test
        void areFoundByAPattern() {
            ReceivedMail mail = Sender.receive("Subject: x\n\nToken: AB12-CD34, order 1234");

            assertThat(mail.code(Pattern.compile("Token: (\\S+),"))).isEqualTo("AB12-CD34");
            assertThat(mail.code(Pattern.compile("AB\\d+"))).isEqualTo("AB12");
        }

        @Test
        void thatCannotBeToldApartAreListed() {
            ReceivedMail mail = Sender.receive("Subject: x\n\nOrder 12345678 of 2026");

            failureOf(() -> assertThat(mail).code()).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "x"
                to have one code
                but the candidates are:
                  12345678
                  2026
                A pattern says which is meant: code(Pattern.compile(..))\
                """);
        }
    }
}

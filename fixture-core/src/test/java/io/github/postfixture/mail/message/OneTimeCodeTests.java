package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.postfixture.mail.Sender;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTests {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "Your code is 123456. -> 123456",
                "Your code: 123 456 -> 123456",
                "Use 123-456 to log in -> 123456",
                "It is 2026. Your verification code is 481516. Order 23422342. -> 481516",
                "PIN 4711, valid until 12.05.2027 -> 4711",
                "The code for 123456@example.org is 482913. -> 482913",
                "Enter the code 482913 at https://shop.test/code?order=23422342&c=123456. -> 482913",
                "Enter the code 482913 at <https://shop.test/code?~ order=23422342>. -> 482913",
                "Enter the code 482913 at www.shop.test/23422342 -> 482913",
                "Your code: 482913 (ref. <20261103.123456@shop.test>) -> 482913",
                "Your code is 482913, or call +49 30 123456. -> 482913",
                "Your code is 482913, or call 0800 1234567. -> 482913",
                "Your code is 482913, or call (030) 123 456. -> 482913",
                "Your code is 482913. Tel. 123456 -> 482913",
                "Your code 482913 is valid until 2026-11-03 11:05:30 -> 482913",
                "Your code 482913 is valid until 3 November 2026 -> 482913",
                "Your code 482913 is valid until November 3rd, 2026 -> 482913",
                "Ihr Code 482913 gilt bis 3. November 2026 -> 482913",
                "Su código 482913 vale hasta el 3 de noviembre de 2026 -> 482913",
                "Use 482913 to log in. © 2026 Shop -> 482913",
                "Your code 482913 confirms 1250 EUR -> 482913",
                "Your code 482913 confirms € 1250. -> 482913",
                "Your code 482913 confirms $12500 -> 482913",
                "Your code 482913 is valid for 1440 minutes -> 482913",
                "Your code for order 23422342 is 482913 -> 482913",
                "The code for invoice no. 23422342: 482913 -> 482913",
                "Der Code für Bestellnummer 23422342 lautet 482913 -> 482913",
                "Your code is~~482913~~Order 23422342 -> 482913",
                "Your code is 482913. Please type 482 913. -> 482913",
                "Your code is A1B-2C3. -> A1B2C3",
                "Your code is A1B2C3 for order 23422342. -> A1B2C3",
                "Your code: G-482913 -> G482913",
                "Enter the code WDJB-MJHT -> WDJBMJHT",
                "Your token is a1b2c3, said order 1234 -> a1b2c3",
                "Your code: 1234 5678 -> 12345678",
                "Your code: 12 34 56 -> 123456",
                "Your code: 12-34-56 -> 123456",
                "Your code: 4 8 2 9 1 3. -> 482913",
                "Your code:~4~8~2~9~1~3~ -> 482913",
                "Your code: | 4 | 8 | 2 | 9 | 1 | 3 | -> 482913",
                "Your code: A 1 B 2 C 3 -> A1B2C3",
                "Your code 012345 is new -> 012345",
            })
    void areFound(String text, String code) {
        assertThat(Sender.receive("Subject: Log in\n\n" + text.replace('~', '\n'))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void areFoundInHtmlToo() {
        ReceivedMail mail = Sender.receive("Content-Type: text/html\n\n<p>Your code is <b>123456</b>");

        assertThat(mail).code().isEqualTo("123456");
    }

    @Test
    void areFoundInTheCellsOfATable() {
        String cells = Stream.of(4, 8, 2, 9, 1, 3).map("<td>%d</td>"::formatted).collect(Collectors.joining());

        assertThat(Sender.receive("Content-Type: text/html\n\n<p>Your code<table><tr>" + cells + "</table>"))
                .code()
                .isEqualTo("482913");
        assertThat(Sender.receive(
                        "Content-Type: text/html\n\n<table><tr><td>PIN<td>A1B-2C3<tr><td>Order<td>1234</table>"))
                .code()
                .isEqualTo("A1B2C3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n",
                "1",
                "1 ",
                "12 ",
                "1.",
                "1 1 ",
                "$1",
                "A1",
                "A1-",
                "A ",
                "(",
                "+",
                "@",
                "code ",
                "code: 1\n\n",
                "a@b ",
                ". A",
                "order ",
                "tel "
            })
    @Timeout(60)
    void areLookedForInALongTextToo(String piece) {
        ReceivedMail mail = Sender.receive("Subject: x\n\ncode " + piece.repeat(200_000 / piece.length()) + " 1");

        assertThatCode(mail::code)
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isNull(),
                        failure -> assertThat(failure).isInstanceOf(AssertionError.class));
    }

    @Test
    void areNamedBothIfTwoStandNearTheWord() {
        failureOf(() -> Sender.receive("Subject: x\n\nYour code is 482913 or A1B-2C3")
                        .code())
                .startsWith("Expected one code but the candidates are 482913, A1B2C3.\n");
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
            Expected one code but the candidates are 12345678, 2026.
              mail from shop@example.org to [alice@example.org] with subject "x"
            A pattern says which is meant: code(Pattern.compile(..))""");
    }
}

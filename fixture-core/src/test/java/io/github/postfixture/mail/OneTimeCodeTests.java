package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTests {

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

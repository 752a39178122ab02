package io.github.postfixture.mail.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.postfixture.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StuffedMessageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                 | ''",
                ".                  | ..rn",
                "a:brn              | a:brn",
                "a:b                | a:brn",
                "a:bn               | a:bnrn",
                "a:br               | a:brrn",
                ".arnrn.rn..rnx.rn  | ..arnrn..rn...rnx.rn",
                "an.brn             | an..brn",
                "ar.brn             | ar.brn",
            })
    void hasADotMoreBeforeEachDotThatBeginsALine(String message, String stuffed) throws IOException {
        assertThat(written(message, Integer.MAX_VALUE)).isEqualTo(stuffed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:brnrn1rn2rn   | 0 | a:brnrn",
                "a:brnrn1rn2rn   | 1 | a:brnrn1rn",
                "a:brnrn1rn2rn   | 2 | a:brnrn1rn2rn",
                "a:brnrn1rn2     | 9 | a:brnrn1rn2rn",
                "a:bnn1n2n       | 1 | a:bnn1nrn",
                "rn1rn2rn        | 1 | rn1rn",
                "a:brnc:drn      | 0 | a:brnc:drn",
                "a:brrnrn1rn     | 0 | a:brrnrn",
                "a:brnrn.rn.rn   | 1 | a:brnrn..rn",
            })
    void endsAfterSoManyLinesOfItsBody(String message, int lines, String top) throws IOException {
        assertThat(written(message, lines)).isEqualTo(top);
    }

    @Test
    void isTheSameWhereverItIsCutIntoPieces() throws IOException {
        String message = "a: b\r\n\r\n" + "x.\r\n.y\r\n".repeat(3_000);

        String stuffed = new String(
                bytes(Octets.of(message.getBytes(StandardCharsets.US_ASCII)), 9_999), StandardCharsets.US_ASCII);

        assertThat(stuffed).isEqualTo("a: b\r\n\r\n" + "x.\r\n..y\r\n".repeat(3_000));
    }

    @Test
    void isNeverHeldWhole() throws IOException {
        Octets message = Octets.of("x\r\n".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        new StuffedMessage(message, Integer.MAX_VALUE).writeTo(OutputStream.nullOutputStream());

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    /** Write a message in which r and n stand for CR and LF. */
    private static String written(String message, int lines) throws IOException {
        String text = message.replace('r', '\r').replace('n', '\n');
        byte[] written = bytes(Octets.of(text.getBytes(StandardCharsets.US_ASCII)), lines);
        return new String(written, StandardCharsets.US_ASCII).replace('\r', 'r').replace('\n', 'n');
    }

    private static byte[] bytes(Octets message, int lines) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new StuffedMessage(message, lines).writeTo(output);
        return output.toByteArray();
    }
}

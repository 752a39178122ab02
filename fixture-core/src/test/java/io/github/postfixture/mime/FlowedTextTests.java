package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 3676. */
class FlowedTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Your order has ;been shipped.|Your order has been shipped.",
                "one;two|one;two",
                "one ;two ;three;four|one two three;four",
                " From us.|From us.",
                " > no quote|> no quote",
                "  two spaces|` two spaces`",
                "> a ;> b;c|> a b;c",
                ">> a ;> b|>> a ;> b",
                ">a ;>b|> a b",
                ">> a ;>>b ;>> c|>> a b c",
                ">;> a|>;> a",
                "a ;-- ;b|a ;-- ;b",
                "-- ;Alice|-- ;Alice",
                "> -- ;> Bob|> -- ;> Bob",
                "a ;|a ;",
                "a ; ;b|a ;b",
                "``|``",
            })
    void joinsWhatFlows(String text, String joined) {
        assertThat(read("format=flowed", text)).isEqualTo(joined.replace(";", "\r\n"));
    }

    @Test
    void deletesTheSpacesOfBreaksIfItSaysSo() {
        assertThat(read("format=flowed; delsp=yes", "日本 ;語です ;。")).isEqualTo("日本語です。");
        assertThat(read("Format=\"Flowed\"; DelSp=Yes", "a  ;b")).isEqualTo("a b");
        assertThat(read("format=flowed; delsp=no", "a ;b")).isEqualTo("a b");
    }

    @Test
    void leavesOtherTextAlone() {
        assertThat(read("format=fixed", " a ;b")).isEqualTo(" a \r\nb");
        assertThat(read("x=y", " a ;b")).isEqualTo(" a \r\nb");
    }

    @Test
    @Timeout(60)
    void ofAnyLengthIsJoinedInOneWalk() {
        assertThat(read("format=flowed", "a ;".repeat(300_000))).hasSize(600_002);
        assertThat(read("format=flowed", ">".repeat(1_000_000))).hasSize(1_000_000);
    }

    private static String read(String parameters, String text) {
        String header = "Content-Type: text/plain; charset=utf-8; " + parameters + "\r\n\r\n";
        byte[] message = (header + text.replace(";", "\r\n")).getBytes(StandardCharsets.UTF_8);
        return Message.of(Octets.of(message)).root().text();
    }
}

package io.github.postfixture.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTests {

    @Test
    void leavesOrdinaryTextAsItIs() {
        String text = "Grüße, שלום, 日本語, 👩‍👩‍👧, می‌خواهم, \t tab, \\n, C:\\new";

        assertThat(Printable.line(text)).isSameAs(text);
        assertThat(Printable.lines(text)).isSameAs(text);
    }

    @Test
    void escapesWhatMovesTheCursorOfATerminal() {
        assertThat(Printable.line("\u001b[31mRED\u001b[0m\u0007\b\u0000\u007f\u009b2J"))
                .isEqualTo("\\u001b[31mRED\\u001b[0m\\u0007\\u0008\\u0000\\u007f\\u009b2J");
    }

    @Test
    void escapesWhatTurnsTheDirectionOfWriting() {
        assertThat(Printable.line("\u202egnp.exe\u202c \u2066a\u2069 \u200eb\u200f \u061c"))
                .isEqualTo("\\u202egnp.exe\\u202c \\u2066a\\u2069 \\u200eb\\u200f \\u061c");
    }

    @Test
    void escapesWhatCannotBeSeen() {
        assertThat(Printable.line("\ufeffa\u200bb\u2060c\u180ed\ufff9e"))
                .isEqualTo("\\ufeffa\\u200bb\\u2060c\\u180ed\\ufff9e");
    }

    @Test
    void escapesHalvesOfCharacters() {
        assertThat(Printable.line("\ud83d \ude00 😀 \ud83d")).isEqualTo("\\ud83d \\ude00 😀 \\ud83d");
    }

    @Test
    void keepsALineOneLine() {
        assertThat(Printable.line("a\r\nb\nc\rd\u2028e\u2029f\u0085g\u000bh\fi"))
                .isEqualTo("a\\r\\nb\\nc\\rd\\u2028e\\u2029f\\u0085g\\u000bh\\u000ci");
    }

    @Test
    void keepsTheLinesOfAText() {
        assertThat(Printable.lines("a\r\nb\nc\td")).isEqualTo("a\r\nb\nc\td");
    }

    @ParameterizedTest
    @CsvSource({"'a\rb', a\\rb", "'a\r', a\\r", "'a\r\r\nb', 'a\\r\r\nb'", "'a\u001bb', a\\u001bb"})
    void escapesACarriageReturnThatEndsNoLine(String text, String shown) {
        assertThat(Printable.lines(text)).isEqualTo(shown);
    }
}

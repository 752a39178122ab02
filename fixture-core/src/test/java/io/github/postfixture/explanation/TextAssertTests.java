package io.github.postfixture.explanation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextAssertTests {

    private final TextAssert text = new TextAssert("Dear Ann,\r\n\r\nBye\r\n");

    @ParameterizedTest
    @ValueSource(
            strings = {"Dear Ann,\n\nBye", "Dear Ann,\n\nBye\n", "Dear Ann,\r\n\r\nBye", "Dear Ann,\r\n\r\nBye\r\n"})
    void isTheSameWithAndWithoutTheLineBreakAtItsEnd(String same) {
        text.isEqualTo(same)
                .isEqualTo((Object) same)
                .endsWith(same)
                .contains(same)
                .startsWith(same);

        fails(() -> text.isNotEqualTo(same));
        fails(() -> text.doesNotContain(same));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear Ann,\nBye", "Dear Ann,\n\nBye\n\n", "\nDear Ann,\n\nBye", "Dear Ann,\n\nbye", ""})
    void isAnotherWithOtherLines(String other) {
        text.isNotEqualTo(other);

        fails(() -> text.isEqualTo(other));
    }

    @Test
    void isComparedInPartsToo() {
        text.startsWith("Dear Ann,\r\n")
                .endsWith("\nBye\n")
                .contains("Ann,\r\n\r\n", "Bye\r\n")
                .containsSubsequence("Dear", "Ann,\r\n", "Bye\n")
                .doesNotContain("Bye\n\n", "Ann\n");

        fails(() -> text.contains("Ann\n"));
        fails(() -> text.contains("Dear Ann,\n", "Bye!\n"));
        fails(() -> text.endsWith("Bye\n\n"));
    }

    @Test
    void isNoNumberAndNotNull() {
        text.isNotEqualTo(1).isNotEqualTo(null);

        fails(() -> text.isEqualTo((Object) null));
    }

    @Test
    void isShownWithoutItsEnd() {
        assertThatThrownBy(() -> new TextAssert("Hi\r\n").isEqualTo("Ho\r\n"))
                .hasMessage("\nexpected: \"Ho\"\n but was: \"Hi\"");
    }

    private static void fails(Runnable check) {
        assertThatThrownBy(check::run).isInstanceOf(AssertionError.class);
    }
}

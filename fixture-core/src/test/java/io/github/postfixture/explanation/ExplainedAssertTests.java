package io.github.postfixture.explanation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainedAssertTests {

    private static final String LONG = "a".repeat(200);

    private final SubjectAssert subject = new SubjectAssert(new Subject("mail \"a\n  b\u001b\""));

    @Test
    void beginsWithTheNewsAndEscapesWhatATerminalCannotShow() {
        assertThat(subject.differing("the text", "one\u202e", "two\u0007")).hasMessage("""
                Expected the text to be "one\\u202e" but was "two\\u0007".
                  mail "a\\n  b\\u001b\"""");
    }

    @Test
    void showsLongTextsAroundTheirFirstDifferenceAndThenWhole() {
        assertThat(subject.differing("the text", LONG + "b\n" + LONG, LONG + "c\n" + LONG))
                .hasMessage("""
                Expected the text to be "…%1$sb\\n%2$s…" but was "…%1$sc\\n%2$s…".
                  mail "a\\n  b\\u001b"
                Expected:
                  %3$sb
                  %3$s
                Actual:
                  %3$sc
                  %3$s""", "a".repeat(30), "a".repeat(68), LONG);
    }

    @Test
    void leavesOutLinesFarFromTheDifference() {
        String lines = "x\n".repeat(50);

        assertThat(FailureMessage.differing("the text", lines + "a\n" + lines, lines + "b\n" + lines)
                        .toString())
                .contains("  (41 lines before)\n  x\n", "\n  a\n", "\n  b\n", "\n  (42 more lines)\n");
    }

    @Test
    void saysOfNothingThatThereIsNone() {
        assertThat(FailureMessage.differing("Cc", List.of("a@b"), List.of()))
                .hasToString("Expected Cc to be a@b but there is none.");
        assertThat(FailureMessage.differing("Path", "/", Optional.empty()))
                .hasToString("Expected Path to be \"/\" but there is none.");
        assertThat(FailureMessage.differing("the text", "", "a"))
                .hasToString("Expected the text to be empty but was \"a\".");
        assertThat(FailureMessage.differing("Cc", List.of(), List.of("a@b", "c@d")))
                .hasToString("Expected Cc to be empty but were a@b, c@d.");
    }

    @Test
    void listsWhatThereWasInsteadInTheSentence() {
        assertThat(subject.lacking("a flag", "flag", List.of("two\u001b", "three")))
                .hasMessage("""
                Expected a flag but the flags are two\\u001b, three.
                  mail "a\\n  b\\u001b\"""");
        assertThat(FailureMessage.lacking("a flag", "flag", List.of("one")))
                .hasToString("Expected a flag but the only flag is one.");
        assertThat(FailureMessage.lacking("an address", "address", List.of()))
                .hasToString("Expected an address but there are no addresses.");
    }

    @Test
    void listsBelowItWhatASentenceCannotHold() {
        assertThat(FailureMessage.having("no links", Collections.nCopies(3, "b".repeat(70))))
                .hasToString("""
                Expected no links but found 3: %1$s and 2 more.
                All of them:
                  %1$s
                  %1$s
                  %1$s""".formatted("b".repeat(70)));
        assertThat(FailureMessage.because("https", List.of("a is http", "b is ftp")))
                .hasToString("Expected https but a is http; b is ftp.");
    }

    @Test
    void keepsTheDescriptionAndSaysOfWhatAPartIsOne() {
        SubjectAssert part = subject.as("a user's words").part(new SubjectAssert(new Subject("file")));

        assertThat(part.failing("a name", "there is none")).hasMessage("""
                [a user's words] Expected a name but there is none.
                  file of mail "a\\n  b\\u001b\"""");
    }

    @Test
    void saysThatThereIsNoSubject() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new SubjectAssert(null).isNotNull())
                .withMessage("Expected a subject of type Subject but was null.");
    }

    @Test
    void showsTheFieldsThatAreNearTheOneThatIsWanted() {
        WantedField wanted = new WantedField("In-Reply-To", "<a@b>");
        List<Entry<String, String>> fields =
                List.of(entry("References", "<x@y> <a@b>"), entry("Subject", "Hello"), entry("In-Repy-To", "<c@d>"));

        assertThat(wanted.among(fields)).hasToString("""
                Expected header In-Reply-To: <a@b> but there is none, only References: <x@y> <a@b>, In-Repy-To: <c@d>.
                The headers are:
                  References: <x@y> <a@b>
                  Subject: Hello
                  In-Repy-To: <c@d>""");
        assertThat(wanted.among(List.of(entry("in-reply-to", "<c@d>"))))
                .hasToString("Expected header In-Reply-To to be \"<a@b>\" but was \"<c@d>\".");
        assertThat(wanted.among(List.of(entry("In-Reply-To", "1"), entry("In-Reply-To", "2"))))
                .hasToString("Expected header In-Reply-To: <a@b> but found In-Reply-To: 1, In-Reply-To: 2.");
    }

    @Test
    void comparesBytesUpToTheFirstThatDiffers() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new BytesAssert(new byte[] {1, 2}, "the content").isEqualTo(new byte[] {1, 2, 3}))
                .withMessage(
                        "Expected the content to be the 3 bytes given but it has 2, the same up to byte 2, then the end instead of 03.");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> new BytesAssert(new byte[] {1, 2}, "the content").containsExactly((byte) -1, (byte) 2))
                .withMessage(
                        "Expected the content to be the 2 bytes given but it has 2, the same up to byte 0, then 01 02"
                                + " instead of FF 02.");
    }

    private record Subject(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class SubjectAssert extends AbstractExplainedAssert<SubjectAssert, @Nullable Subject> {

        @SuppressWarnings("NullAway") // a test may have no subject
        SubjectAssert(@Nullable Subject actual) {
            super(actual, SubjectAssert.class);
        }
    }
}

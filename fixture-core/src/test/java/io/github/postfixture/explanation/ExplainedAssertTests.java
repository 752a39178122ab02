package io.github.postfixture.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainedAssertTests {

    private final SubjectAssert subject = new SubjectAssert(new Subject("mail \"a\n  b\u001b\""));

    @Test
    void keepsTheSubjectInOneLineAndEscapesWhatATerminalCannotShow() {
        assertThat(subject.differs("one\u202e")).hasMessage("""

                Expecting:
                  mail "a\\n  b\\u001b"
                to have:
                  one\\u202e
                but was:
                  two\\u0007
                  and more""");
    }

    @Test
    void escapesWhatThereWasInstead() {
        assertThat(subject.lacks("one")).hasMessage("""

                Expecting:
                  mail "a\\n  b\\u001b"
                to have:
                  one
                but had:
                  two\\u001b""");
    }

    private record Subject(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class SubjectAssert extends AbstractExplainedAssert<SubjectAssert, Subject> {

        SubjectAssert(Subject actual) {
            super(actual, SubjectAssert.class);
        }

        AssertionError differs(String expected) {
            return differing("to have", expected, "two\u0007\nand more");
        }

        AssertionError lacks(String expected) {
            return lacking("to have", expected, "but had", List.of("two\u001b"));
        }
    }
}

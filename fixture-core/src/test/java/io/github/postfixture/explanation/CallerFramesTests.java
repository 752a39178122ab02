package io.github.postfixture.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerFramesTests {

    private static final StackTraceElement OURS = frame("io.github.postfixture.mail.MailWait");
    private static final StackTraceElement LAMBDA = frame("java.util.Optional");
    private static final StackTraceElement TEST = frame(CallerFramesTests.class.getName());
    private static final StackTraceElement APPLICATION = frame("com.example.Shop");

    @Test
    void leaveOutTheLibraryAndWhatItCallsAboveTheTest() {
        assertThat(of(OURS, LAMBDA, OURS, TEST, OURS)).containsExactly(TEST, OURS);
        assertThat(of(LAMBDA, OURS, frame("org.awaitility.core.ConditionFactory"), APPLICATION))
                .containsExactly(APPLICATION);
    }

    @Test
    void leaveAnExceptionOfTheApplicationAsItIs() {
        assertThat(of(LAMBDA, APPLICATION, TEST)).containsExactly(LAMBDA, APPLICATION, TEST);
        assertThat(of(LAMBDA, LAMBDA)).containsExactly(LAMBDA, LAMBDA);
        assertThat(of(frame("io.github.postfixture.NoSuchClass"), TEST))
                .containsExactly(frame("io.github.postfixture.NoSuchClass"), TEST);
        assertThat(of()).isEmpty();
    }

    private static StackTraceElement[] of(StackTraceElement... frames) {
        AssertionError error = new AssertionError();
        error.setStackTrace(frames);
        return CallerFrames.of(error).getStackTrace();
    }

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "method", "Source.java", 1);
    }
}

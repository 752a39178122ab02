package io.github.postfixture.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure tells what the application has logged, whichever library writes its log. */
@WithMailServer
class LoggedWarningTests {

    private static final Logger LOG = LoggerFactory.getLogger("com.example.SignUp");

    @BeforeEach
    void requireALog() {
        String log = System.getProperty("log", "");
        assumeTrue(!log.isEmpty());
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).startsWith(log);
    }

    @Test
    void standsInTheFailure(MailServer mail) {
        LOG.warn("no template for {}", "de");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> awaitMail(mail))
                .withMessageContaining("com.example.SignUp logged at WARN")
                .withMessageContaining("no template for de");
    }

    @Test
    void standsInTheFailureWithItsException(MailServer mail) {
        LOG.error("not greeted", new IllegalStateException("no template", new IllegalArgumentException("de")));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> awaitMail(mail))
                .withMessageContaining("com.example.SignUp logged at ERROR")
                .withMessageContaining("not greeted")
                .withMessageContaining("java.lang.IllegalStateException: no template")
                .withMessageContaining("java.lang.IllegalArgumentException: de");
    }

    @Test
    void leavesOutWhatIsNoWarning(MailServer mail) {
        LOG.info("greeted");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> awaitMail(mail))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("greeted"));
    }

    private static void awaitMail(MailServer mail) {
        mail.await().atMost(Duration.ofMillis(20)).untilAsserted(() -> assertThat(mail).hasMailCount(1));
    }
}

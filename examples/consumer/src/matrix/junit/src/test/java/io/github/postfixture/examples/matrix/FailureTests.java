package io.github.postfixture.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.FixtureReport;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A failure carries the report, on every JUnit. */
class FailureTests {

    /** Keeps what the failure carries. */
    static final class Reader implements TestWatcher {

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            Seen.suppressed = cause.getSuppressed();
        }
    }

    static final class Seen {
        static Throwable[] suppressed = {};

        private Seen() {}
    }

    @Test
    void carriesTheReport() {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Failing.class))
                        .build());

        assertThat(Seen.suppressed).hasSize(1);
        assertThat(Seen.suppressed[0])
                .isInstanceOf(FixtureReport.class)
                .hasMessageContaining("with subject \"Welcome\"")
                .hasMessageContaining("The whole report: ");
    }

    @ExtendWith(Reader.class)
    @WithMailServer
    static class Failing {

        @Test
        void fails(MailServer mail) {
            Mails.send(mail.smtp());
            mail.awaitMail();
            throw new AssertionError("on purpose");
        }
    }
}

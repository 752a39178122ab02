package io.github.postfixture.junit5;

import static io.github.postfixture.mail.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests that {@link FaultAnnotationTests} runs. */
final class FaultTestCases {

    private FaultTestCases() {}

    @WithMailServer(scope = Scope.CLASS)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class SharedServerTestCase {

        @Test
        @WithSmtpFault(at = RCPT, code = 550)
        void first(MailServer mail) {
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x")).hasStackTraceContaining("550");
        }

        @Test
        void second(MailServer mail) {
            Mails.send(mail, "alice@example.org", "x");
        }
    }

    static final class WithoutServerTestCase {

        @Test
        @WithGreylisting
        void test() {}
    }

    @WithMailServer
    static final class MalformedTestCase {

        @Test
        @WithImapFault(at = "NOOP", answer = "LATER")
        void test() {}
    }
}

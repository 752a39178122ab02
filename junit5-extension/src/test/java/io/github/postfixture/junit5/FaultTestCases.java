package io.github.postfixture.junit5;

import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import org.junit.jupiter.api.BeforeAll;
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

    @WithMailServer(name = "shop", scope = Scope.CLASS)
    @WithMailServer(name = "billing", scope = Scope.CLASS)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class SharedNamedServerTestCase {

        @BeforeAll
        static void scriptsForAll(@Server("billing") MailServer billing) {
            billing.at(RCPT).always(SmtpFault.reply(551, "", "For all"));
        }

        @Test
        @WithSmtpFault(server = "shop", at = RCPT, code = 550)
        void first(@Server("shop") MailServer mail) {
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x")).hasStackTraceContaining("550");
        }

        @Test
        void second(@Server("shop") MailServer mail, @Server("billing") MailServer billing) {
            Mails.send(mail, "alice@example.org", "x");
            assertThatThrownBy(() -> Mails.send(billing, "alice@example.org", "x"))
                    .hasStackTraceContaining("551");
        }
    }

    @WithMailServer(name = "shop")
    static final class UnknownServerTestCase {

        @Test
        @WithGreylisting(server = "shipping")
        void test() {}
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

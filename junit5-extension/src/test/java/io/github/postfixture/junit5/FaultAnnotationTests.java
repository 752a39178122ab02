package io.github.postfixture.junit5;

import static io.github.postfixture.mail.protocol.SmtpStage.DATA;
import static io.github.postfixture.mail.protocol.SmtpStage.MAIL;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

@WithMailServer
class FaultAnnotationTests {

    @BeforeEach
    void faultsAreNotForTheSetup(MailServer mail) {
        Mails.send(mail, "setup@example.org", "Setup");
    }

    @Nested
    @WithSmtpFault(at = MAIL, code = 450, status = "4.3.0", text = "Of the class", times = 1)
    class OfAClass {

        @Test
        @WithSmtpFault(at = RCPT, code = 550, status = "5.1.1", matching = "bob@", text = "Of the method")
        @WithSmtpFault(at = DATA, code = 451, times = 1)
        void thoseOfTheMethodAreAddedToThoseOfTheClass(MailServer mail) {
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "one"))
                    .hasStackTraceContaining("Of the class");
            assertThatThrownBy(() -> Mails.send(mail, "bob@example.org", "two"))
                    .hasStackTraceContaining("Of the method");
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "three"))
                    .hasStackTraceContaining("451 Refused on purpose");
            Mails.send(mail, "alice@example.org", "four");

            assertThat(mail.mailbox("alice@example.org").awaitMail()).hasSubject("four");
        }

        @Test
        @WithFullMailbox("alice@example.org")
        void aMailboxIsFull(MailServer mail) {
            assertThatThrownBy(() -> Mails.send(mail, "bob@example.org", "x")).hasStackTraceContaining("Of the class");
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x")).hasStackTraceContaining("452 4.2.2");
            Mails.send(mail, "malice@example.org", "x");
        }

        @Nested
        class Within {

            @Test
            @WithGreylisting
            void thoseOfTheEnclosingClassHold(MailServer mail) {
                assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x"))
                        .hasStackTraceContaining("Of the class");
                assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x"))
                        .hasStackTraceContaining("Greylisted");
                Mails.send(mail, "alice@example.org", "x");
            }
        }
    }

    @Test
    @WithReadOnlyMailboxes
    @WithImapFault(at = "NOOP", answer = "NO [INUSE] Later")
    void readersAreRefused(MailServer mail) throws IOException {
        try (Dialogue imap = new Dialogue(mail.imap())) {
            imap.say("a LOGIN alice@example.org any");
            assertThat(imap.say("b NOOP")).isEqualTo("b NO [INUSE] Later");
            assertThat(imap.say("c SELECT INBOX")).isEqualTo("c OK [READ-ONLY] SELECT completed");
        }
    }

    @Test
    @WithPop3Fault(at = "USER", text = "[SYS/TEMP] Try again")
    @WithConnectionLimit(value = 1, protocol = MailProtocol.POP3)
    void fetchersAreRefused(MailServer mail) throws IOException {
        try (Dialogue first = new Dialogue(mail.pop3());
                Dialogue second = new Dialogue(mail.pop3())) {
            assertThat(first.say("USER alice")).isEqualTo("-ERR [SYS/TEMP] Try again");
            assertThat(second.greeting).isEqualTo("-ERR [SYS/TEMP] Too many connections");
        }
    }

    @Test
    void aServerOfTheClassForgetsTheFaultsOfATest() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(FaultTestCases.SharedServerTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2));
    }

    @Test
    void aServerOfTheClassForgetsThemByItsNameToo() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(FaultTestCases.SharedNamedServerTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2));
    }

    @Test
    void aFaultForAServerThatIsNotThereFailsTheTest() {
        assertThat(failure(FaultTestCases.UnknownServerTestCase.class))
                .hasMessage("A fault is for a mail server named \"shipping\", but there is none; the names are [shop]:"
                        + " say which with server = \"..\"");
    }

    @Nested
    @WithMailServer(name = "shop")
    @WithMailServer(name = "billing")
    @WithSmtpFault(server = "billing", at = RCPT, code = 550, text = "Of billing")
    class OfNamedServers {

        @Test
        @WithGreylisting(server = "shop")
        @WithGreylisting
        void areForThoseAlone(MailServer mail, @Server("shop") MailServer shop, @Server("billing") MailServer billing) {
            assertThatThrownBy(() -> Mails.send(billing, "alice@example.org", "x"))
                    .hasStackTraceContaining("Of billing");
            assertThatThrownBy(() -> Mails.send(shop, "alice@example.org", "x")).hasStackTraceContaining("Greylisted");
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x")).hasStackTraceContaining("Greylisted");
            Mails.send(shop, "alice@example.org", "x");
        }

        @Test
        @WithFullMailbox(value = "alice@example.org", server = "shop")
        @WithReadOnlyMailboxes(server = "billing")
        @WithImapFault(at = "NOOP", answer = "NO Of the shop", server = "shop")
        @WithPop3Fault(at = "USER", text = "Of billing", server = "billing")
        @WithConnectionLimit(value = 1, protocol = MailProtocol.POP3, server = "billing")
        void ofEveryKind(@Server("shop") MailServer shop, @Server("billing") MailServer billing) throws IOException {
            assertThatThrownBy(() -> Mails.send(shop, "alice@example.org", "x")).hasStackTraceContaining("452 4.2.2");
            try (Dialogue imap = new Dialogue(shop.imap())) {
                imap.say("a LOGIN alice@example.org any");
                assertThat(imap.say("b NOOP")).isEqualTo("b NO Of the shop");
                assertThat(imap.say("c SELECT INBOX")).isEqualTo("c OK [READ-WRITE] SELECT completed");
            }
            try (Dialogue imap = new Dialogue(billing.imap());
                    Dialogue pop3 = new Dialogue(billing.pop3());
                    Dialogue second = new Dialogue(billing.pop3())) {
                imap.say("a LOGIN alice@example.org any");
                assertThat(imap.say("b SELECT INBOX")).isEqualTo("b OK [READ-ONLY] SELECT completed");
                assertThat(pop3.say("USER alice")).isEqualTo("-ERR Of billing");
                assertThat(second.greeting).isEqualTo("-ERR [SYS/TEMP] Too many connections");
            }
        }
    }

    @Test
    void aFaultWithoutAServerFailsTheTest() {
        assertThat(failure(FaultTestCases.WithoutServerTestCase.class))
                .hasMessage("A fault such as @WithSmtpFault needs a mail server;"
                        + " add @WithMailServer, or a MailServerExtension field");
    }

    @Test
    void aMalformedFaultFailsTheTest() {
        assertThat(failure(FaultTestCases.MalformedTestCase.class))
                .hasMessage("A fault of the test is malformed: answer (LATER) must begin with NO, BAD or BYE,"
                        + " such as NO [INUSE] Later");
    }

    private static Throwable failure(Class<?> testCase) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testCase))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    private static final class Dialogue implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader input;
        private final String greeting;

        Dialogue(Endpoint endpoint) throws IOException {
            socket = new Socket(endpoint.host(), endpoint.port());
            socket.setSoTimeout(20_000);
            input = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            greeting = input.readLine();
        }

        String say(String command) throws IOException {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String line = input.readLine();
            while (line != null && line.startsWith("* ")) {
                line = input.readLine();
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mail server that begins anew within a test. */
class MailServerResetTests {

    private static final String ALICE = "alice@example.org";

    private final MailServer mail =
            MailServer.builder().account(ALICE, "secret").strict().start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void forgetsMailAndAttempts() {
        Sender.send(mail, "Subject: One", ALICE);
        mail.mailbox(ALICE).deliver(InboundMail.from("bob@example.org").subject("Two"));

        mail.reset();

        assertThat(mail.receivedMails()).isEmpty();
        assertThat(mail.attempts().all()).isEmpty();
        assertThat(mail.mailbox(ALICE).receivedMails()).isEmpty();
        assertThat(mail.mailbox(ALICE).deliveredMails()).isEmpty();
        assertThat(mail.mailbox(ALICE).folders().mailsIn("INBOX")).isEmpty();
        mail.verify();
    }

    @Test
    void waitsForWhatComesAfterwards() {
        Sender.send(mail, "Subject: One", ALICE);
        Sender.send(mail, "Subject: Two", ALICE);
        mail.awaitMail();

        mail.reset();
        Sender.send(mail, "Subject: Three", ALICE);

        assertThat(mail.awaitMail()).hasSubject("Three");
        assertThat(mail.mailbox(ALICE).awaitMail()).hasSubject("Three");
        assertThat(mail).receivesNothingFor(Duration.ZERO);
    }

    @Test
    void keepsItsEndpointsAndAccounts() {
        var before = mail.smtp();

        mail.reset();

        assertThat(mail.smtp()).isEqualTo(before);
        assertThat(mail.accounts()).containsExactly(ALICE);
    }

    @Test
    void forgetsFaultsThatHaveNotStruck() {
        mail.failNext(SmtpStage.RCPT, SmtpFault.userUnknown());

        mail.reset();
        Sender.send(mail, "Subject: One", ALICE);

        assertThat(mail.awaitMail()).hasSubject("One");
        mail.verify();
    }

    @Test
    void tellsClientsThatAreThereOfTheirMail() throws IOException {
        try (RawImap client = new RawImap(mail.imap())) {
            client.say("a LOGIN " + ALICE + " secret");
            Sender.send(mail, "Subject: One", ALICE);
            client.say("b SELECT INBOX");

            mail.reset();

            client.send("c NOOP");
            assertThat(client.line()).isEqualTo("* 1 EXPUNGE");
            assertThat(mail.mailbox(ALICE).readers().all()).hasSize(1);
        }
    }

    @Test
    void forgetsReadersThatHaveLeft() throws IOException {
        try (RawImap client = new RawImap(mail.imap())) {
            client.say("a LOGIN " + ALICE + " secret");
            client.say("b LOGOUT");
            client.line();
        }

        mail.reset();

        assertThat(mail.mailbox(ALICE).readers().all()).isEmpty();
    }

    @Test
    void resetsAHostAsAWhole() {
        try (Postfixture host = Postfixture.start()) {
            Sender.send(host.mail(), "Subject: One", ALICE);

            host.reset();

            assertThat(host.mail().receivedMails()).isEmpty();
        }
    }
}

package io.github.postfixture.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.junit5.MailServerExtension;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.inbound.AutoResponder;
import io.github.postfixture.mail.inbound.Bounce;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.inbound.OutOfOffice;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.ReceivedMail;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpdeskTests {

    private static final String HELP = "help@example.org";
    private static final String CAROL = "carol@example.net";
    private static final InboundMail QUESTION =
            InboundMail.from(CAROL).to(HELP).subject("Fire").text("It burns. What now?");

    @RegisterExtension
    static final MailServerExtension MAIL = MailServerExtension.with(
            MailServer.builder().account(HELP, "secret").timeout(Duration.ofSeconds(20)));

    private MailServer mail;
    private Mailbox inbox;
    private Helpdesk helpdesk;
    private InboxReader reader;

    @BeforeEach
    void prepare(MailServer server) throws Exception {
        mail = server;
        inbox = server.mailbox(HELP);
        helpdesk = new Helpdesk(server.smtp().uri(), HELP);
        reader = new InboxReader(server.imap().uri(), HELP, "secret", helpdesk, Duration.ZERO);
    }

    @AfterEach
    void stop() throws Exception {
        reader.close();
    }

    @Test
    void opensATicketForAQuestionAndSaysSo() {
        reader.start();
        inbox.awaitClientIdle();

        DeliveredMail question = inbox.deliver(QUESTION);

        assertThat(mail.mailbox(CAROL).awaitMail())
                .hasSubject("[#1] Fire")
                .hasHeader("Auto-Submitted", "auto-replied")
                .hasHeader("In-Reply-To", question.header("Message-ID").orElseThrow());
        assertThat(inbox.readers()).haveRead(question).haveMoved(question, "Tickets");
        assertThat(helpdesk.tickets()).containsExactly(new Ticket(1, CAROL, "Fire", 1));
    }

    @Test
    void answersWhatCameBeforeItBegan() {
        inbox.deliver(QUESTION);

        reader.start();

        assertThat(mail.mailbox(CAROL).awaitMail()).hasSubject("[#1] Fire");
    }

    @Test
    void addsAReplyToItsTicket() {
        reader.start();
        inbox.deliver(QUESTION);
        ReceivedMail receipt = mail.mailbox(CAROL).awaitMail();

        DeliveredMail reply = inbox.deliver(InboundMail.replyTo(receipt).text("Hurry!"));

        assertThat(inbox.readers()).haveMoved(reply, "Tickets");
        assertThat(helpdesk.tickets()).containsExactly(new Ticket(1, CAROL, "Fire", 2));
        assertThat(mail).hasMailCount(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNMARKED")
    void answersNoProgram(OutOfOffice system) {
        mail.mailbox(CAROL).answerBy(AutoResponder.outOfOffice(system).toEverything());
        reader.start();
        inbox.deliver(QUESTION);
        mail.awaitMail();

        DeliveredMail outOfOffice = inbox.deliveredMails().get(1);

        assertThat(inbox.readers()).haveMoved(outOfOffice, "Ignored");
        assertThat(helpdesk.tickets()).hasSize(1);
        assertThat(mail).hasNoMailLoop();
    }

    @Test
    void noticesWhomItCannotReach() {
        mail.mailbox(CAROL).answerBy(AutoResponder.bounce().toEverything());
        reader.start();
        inbox.deliver(QUESTION);
        mail.awaitMail();

        assertThat(inbox.readers()).haveMoved(inbox.deliveredMails().get(1), "Bounces");
        assertThat(helpdesk.unreachable()).containsExactly(CAROL);
        assertThat(mail).hasNoMailLoop();
    }

    @Test
    void doesNotGiveUpWhomItReachesLate() {
        reader.start();
        inbox.deliver(QUESTION);
        ReceivedMail receipt = mail.awaitMail();

        DeliveredMail late = inbox.deliver(Bounce.of(receipt).delayed(CAROL, "4.4.1", "connection timed out"));

        assertThat(inbox.readers()).haveMoved(late, "Bounces");
        assertThat(helpdesk.unreachable()).isEmpty();
    }

    @Test
    void comesBackWhenItsConnectionDropsWhileItIdles() {
        mail.atImap("IDLE").times(2, ConnectionFault.disconnect());
        reader.start();

        inbox.awaitClientIdle();
        inbox.deliver(QUESTION);

        assertThat(mail.mailbox(CAROL).awaitMail()).hasSubject("[#1] Fire");
        assertThat(mail.problems()).isEmpty();
    }

    @Test
    void copiesAndDeletesWhereItCannotMove() {
        mail.atImap("CONNECT").always(ImapFault.hide("MOVE"));
        reader.start();

        DeliveredMail question = inbox.deliver(QUESTION);

        assertThat(inbox.readers()).haveMoved(question, "Tickets");
        assertThat(helpdesk.tickets()).hasSize(1);
    }

    @Test
    void bearsThatAnotherClientDeletesTheMailFirst() {
        DeliveredMail gone = inbox.deliver(InboundMail.from(CAROL).to(HELP).subject("Never mind"));
        mail.atImap("FETCH").next(ConnectionFault.run("delete by another client", () -> inbox.expunge(gone)));
        reader.start();
        inbox.deliver(QUESTION);

        assertThat(mail.mailbox(CAROL).awaitMail()).hasSubject("[#1] Fire");
    }

    @Test
    void saysGoodbyeInTheEnd() throws Exception {
        reader.start();
        inbox.awaitClientIdle();

        reader.close();

        assertThat(inbox.readers()).haveLoggedOut().haveHeldAtMostConnections(1).havePolledAtMost(2);
    }
}

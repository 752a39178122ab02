package io.github.postfixture.junit5.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@WithMailServer(timeout = 1, accounts = "help@example.org:secret")
@ExtendWith(BugParameter.class)
class HelpdeskCase {

    @Test
    void previewsWithoutReading(MailServer mail, Bug bug) throws Exception {
        Mailbox inbox = mail.mailbox("help@example.org");
        DeliveredMail question = inbox.deliver(question("Late"));

        assertThat(application(mail, bug).preview()).contains("Where is my tea?");

        assertThat(inbox.readers()).havePeekedAt(question);
    }

    @Test
    void filesWhatItHasAnswered(MailServer mail, Bug bug) throws Exception {
        Mailbox inbox = mail.mailbox("help@example.org");
        DeliveredMail first = inbox.deliver(question("Late"));
        inbox.deliver(InboundMail.from("bob@example.org")
                .to("help@example.org")
                .subject("Broken")
                .text("A cup."));

        application(mail, bug).poll();

        assertThat(inbox.readers()).haveMoved(first, "Done");
    }

    @Test
    void answersWhatAColleagueHasReadBefore(MailServer mail, Bug bug) throws Exception {
        mail.mailbox("help@example.org")
                .deliver(question("Late"), DeliveryOptions.inbox().flagged("\\Seen"));

        application(mail, bug).poll();

        assertThat(mail.mailbox("alice@example.org").awaitMail()).hasSubject("Re: Late");
    }

    @Test
    void answersInTheThread(MailServer mail, Bug bug) throws Exception {
        DeliveredMail question = mail.mailbox("help@example.org").deliver(question("Late"));

        application(mail, bug).poll();

        assertThat(mail.mailbox("alice@example.org").awaitMail())
                .hasHeader("In-Reply-To", question.header("Message-ID").orElseThrow());
    }

    private static InboundMail question(String subject) {
        return InboundMail.from("alice@example.org")
                .to("help@example.org")
                .subject(subject)
                .text("Where is my tea?");
    }

    private static Helpdesk application(MailServer mail, Bug bug) {
        return new Helpdesk(mail.imap().uri(), new Mailer(mail.smtp().uri(), bug), bug);
    }
}

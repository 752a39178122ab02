package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.inbound.AutoResponder;
import io.github.postfixture.mail.inbound.Bounce;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.inbound.OutOfOffice;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotTests {

    private static final String MAIL =
            "From: shop@example.org\nSubject: Order\nMessage-ID: <1@example.org>\n\nThanks\n";

    private final MailServer mail = MailServer.start();
    private final Mailbox shop = mail.mailbox("shop@example.org");
    private final Mailbox bob = mail.mailbox("bob@example.net");

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void answersToTheReturnPath() {
        bob.answerBy(AutoResponder.autoReply("Thank you for your mail."));

        Sender.send(mail, MAIL, "bob@example.net");
        mail.awaitMail();

        assertThat(shop.deliveredMails()).singleElement().satisfies(answer -> {
            assertThat(answer.isByRobot()).isTrue();
            assertThat(answer.subject()).isEqualTo("Re: Order");
            assertThat(answer.text().strip()).isEqualTo("Thank you for your mail.");
            assertThat(answer.header("Auto-Submitted")).contains("auto-replied");
            assertThat(answer.header("In-Reply-To")).contains("<1@example.org>");
        });
        assertThat(mail.timeline().toString())
                .contains("bob@example.net answers mail from shop@example.org to [bob@example.net]");
    }

    @Test
    void bouncesWhatComesFromADomainAndNothingElse() {
        bob.answerBy(AutoResponder.bounce().toMailFrom("example.org"));

        Sender.send(mail, MAIL, "bob@example.net");
        bob.deliver(InboundMail.from("carol@example.com").to("bob@example.net").subject("Hi"));
        bob.deliver(
                InboundMail.from("dave@notexample.org").to("bob@example.net").subject("Hi"));
        bob.deliver(
                InboundMail.from("eve@mail.example.org").to("bob@example.net").subject("Hi"));
        mail.awaitMail();

        assertThat(shop.deliveredMails()).singleElement().satisfies(bounce -> {
            assertThat(bounce.subject()).isEqualTo("Undeliverable: Order");
            assertThat(bounce.returnPath()).isEmpty();
        });
        assertThat(mail.mailbox("carol@example.com").deliveredMails()).isEmpty();
        assertThat(mail.mailbox("dave@notexample.org").deliveredMails()).isEmpty();
        assertThat(mail.mailbox("eve@mail.example.org").deliveredMails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"büro.example", "BÜRO.Example", "xn--bro-hoa.EXAMPLE", "XN--BRO-HOA.example."})
    void knowsADomainInAnySpelling(String domain) {
        bob.answerBy(AutoResponder.bounce().toMailFrom(domain));

        bob.deliver(InboundMail.from("ida@Mail.XN--Bro-hoa.example").to("bob@example.net"));

        assertThat(mail.mailbox("ida@mail.büro.example").deliveredMails()).hasSize(1);
    }

    @Test
    void stopsAnsweringAnAddressHoweverItIsSpelled() {
        bob.answerBy(AutoResponder.autoReply("Thank you").toEverything());

        for (int i = 0; i < 30; i++) {
            bob.deliver(InboundMail.from(i % 2 == 0 ? "Eve@Example.com" : "eve@example.COM")
                    .to("bob@example.net"));
        }

        assertThat(mail.mailbox("eve@example.com").deliveredMails()).hasSize(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "List-Id: <news.example.org>",
                "X-Auto-Response-Suppress: All"
            })
    void doesNotAnswerAutomaticMail(String mark) {
        bob.answerBy(AutoResponder.autoReply("Thank you"));

        Sender.send(mail, mark + "\n" + MAIL, "bob@example.net");
        mail.awaitMail();

        assertThat(shop.deliveredMails()).isEmpty();
    }

    @Test
    void answersWhatSaysThatItIsNotAutomatic() {
        bob.answerBy(AutoResponder.autoReply("Thank you"));

        Sender.send(mail, "Auto-Submitted: no\n" + MAIL, "bob@example.net");
        mail.awaitMail();

        assertThat(shop.deliveredMails()).hasSize(1);
    }

    @Test
    void doesNotAnswerTheNullSender() throws IOException {
        bob.answerBy(AutoResponder.autoReply("Thank you"));

        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.deliver(MAIL.replace("\n", "\r\n"), "", "bob@example.net");
        }
        mail.awaitMail();

        assertThat(shop.deliveredMails()).isEmpty();
    }

    @Test
    void twoRobotsWithoutMannersStopInTheEnd() {
        bob.answerBy(AutoResponder.outOfOffice(OutOfOffice.UNMARKED).toEverything());
        shop.answerBy(AutoResponder.autoReply("Ticket opened").toEverything());

        Sender.send(mail, MAIL, "bob@example.net");
        mail.awaitMail();

        assertThat(shop.deliveredMails()).hasSize(25);
        assertThat(mail.timeline().toString())
                .contains("the robot of bob@example.net has answered shop@example.org 25 times, and stops");
    }

    @Test
    void aRobotThatFailsIsOnTheTimeline() {
        bob.answerBy(AutoResponder.answering(original -> {
            throw new IllegalStateException("no answer");
        }));

        Sender.send(mail, MAIL, "bob@example.net");
        mail.awaitMail();

        assertThat(mail.timeline().toString())
                .contains("the robot of bob@example.net failed at mail from")
                .contains("java.lang.IllegalStateException: no answer");
    }

    @ParameterizedTest
    @EnumSource(OutOfOffice.class)
    void anAnswerToAnAutomaticMailIsALoop(OutOfOffice system) {
        bob.answerBy(AutoResponder.outOfOffice(system));
        Sender.send(mail, MAIL, "bob@example.net");
        mail.awaitMail();
        assertThat(mail).hasNoMailLoop();

        String answer = shop.deliveredMails().get(0).header("Message-ID").orElseThrow();
        Sender.send(
                mail,
                "Subject: Ticket 1\nAuto-Submitted: auto-replied\nIn-Reply-To: " + answer + "\n\nx\n",
                "bob@example.net");

        failureOf(() -> assertThat(mail).hasNoMailLoop())
                .isEqualTo(
                        "Expected no mail loop at the mail server but #2 mail from shop@example.org to [bob@example.net]"
                                + " with subject \"Ticket 1\" answers an automatic "
                                + shop.deliveredMails().get(0) + ".");
    }

    @Test
    void mailThatGoesBackTheSameWayIsALoopWithoutAReferenceToo() {
        Sender.send(mail, MAIL, "bob@example.net");
        shop.deliver(Bounce.hard(mail.awaitMail()));
        Sender.send(mail, "Subject: Re: Undeliverable: Order\n\nx\n", "mailer-daemon@mx.example.net");

        failureOf(() -> assertThat(mail).hasNoMailLoop())
                .contains("\"Re: Undeliverable: Order\" answers an automatic mail in mailbox shop@example.org");
    }

    @Test
    void mailThatRepeatsItselfIsALoop() {
        for (int i = 0; i < 10; i++) {
            Sender.send(mail, "Subject: Re: Re: Order\n\nx\n", "bob@example.net");
        }
        assertThat(mail).hasNoMailLoop();

        Sender.send(mail, "Subject: Order\n\nx\n", "bob@example.net");
        failureOf(() -> assertThat(mail).hasNoMailLoop())
                .endsWith("but 11 times <shop@example.org> wrote to [bob@example.net] about \"Order\".");
    }
}

package io.github.postfixture.examples.newsletter;

import static io.github.postfixture.mail.protocol.SmtpStage.MAIL;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithGreylisting;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithSmtpFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.inbound.AutoResponder;
import io.github.postfixture.mail.inbound.Bounce;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.page.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithMailServer(timeout = 20)
class NewsletterTests {

    private static final String ALICE = "alice@example.net";
    private static final String BOB = "bob@example.net";
    private static final String BOUNCES = "bounces@example.org";

    private final Subscribers subscribers = new Subscribers();
    private final List<Duration> pauses = new ArrayList<>();
    private UnsubscribePage page;
    private Newsletter newsletter;
    private BounceBox bounces;

    @BeforeEach
    void start(MailServer mail) throws Exception {
        subscribers.add(ALICE);
        subscribers.add(BOB);
        page = new UnsubscribePage(subscribers);
        newsletter = new Newsletter(mail.smtp().uri(), subscribers, page.uri(), pauses::add);
        bounces = new BounceBox(mail.pop3().uri(), BOUNCES, "any", subscribers);
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void writesToEverybodyOnOneConnection(MailServer mail) throws Exception {
        assertThat(newsletter.send("News", "All is well.")).isEmpty();

        assertThat(mail.awaitMails(2))
                .allSatisfy(issue -> assertThat(issue.envelope().sender()).isEqualTo(BOUNCES));
        assertThat(mail.attempts()).hasSize(2).reusedOneConnection().endedWithQuit();
        assertThat(pauses).isEmpty();
    }

    @Test
    @WithGreylisting
    void triesAgainWhereItIsGreylisted(MailServer mail) throws Exception {
        assertThat(newsletter.send("News", "All is well.")).isEmpty();

        assertThat(mail.attempts()).hasSize(4).succeededAfterFailures(2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
        assertThat(subscribers.addresses()).containsExactly(ALICE, BOB);
    }

    @Test
    @WithSmtpFault(at = RCPT, code = 450, status = "4.2.1", text = "Busy", matching = BOB, times = 3)
    void waitsLongerEachTime(MailServer mail) throws Exception {
        assertThat(newsletter.send("News", "All is well.")).isEmpty();

        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(mail.mailbox(BOB).receivedMails()).hasSize(1);
    }

    @Test
    @WithSmtpFault(at = RCPT, code = 450, status = "4.2.1", text = "Busy", matching = BOB)
    void givesUpInTheEnd() throws Exception {
        assertThat(newsletter.send("News", "All is well.")).containsExactly(BOB);

        assertThat(pauses).hasSize(4);
        assertThat(subscribers.addresses()).contains(BOB);
    }

    @Test
    @WithSmtpFault(at = RCPT, code = 550, status = "5.1.1", text = "User unknown", matching = BOB)
    void dropsWhoDoesNotExist(MailServer mail) throws Exception {
        assertThat(newsletter.send("News", "All is well.")).isEmpty();

        assertThat(subscribers.addresses()).containsExactly(ALICE);
        assertThat(mail.attempts()).hasSize(2);
    }

    @Test
    void connectsAgainWhenItIsSentAway(MailServer mail) throws Exception {
        mail.at(MAIL).next(SmtpFault.rateLimit());

        assertThat(newsletter.send("News", "All is well.")).isEmpty();

        assertThat(mail.mailbox(ALICE).receivedMails()).hasSize(1);
        assertThat(mail.mailbox(BOB).receivedMails()).hasSize(1);
    }

    @Test
    void unsubscribesByOneClick(MailServer mail) throws Exception {
        newsletter.send("News", "All is well.");
        ReceivedMail issue = mail.mailbox(ALICE).awaitMail();
        assertThat(issue).hasHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

        String link = issue.header("List-Unsubscribe").orElseThrow().replaceAll("[<>]", "");
        HttpRequest click = HttpRequest.newBuilder(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        HttpClient client = HttpClient.newHttpClient();

        assertThat(client.send(click, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        assertThat(subscribers.addresses()).containsExactly(BOB);
        assertThat(client.send(click, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
    }

    @Test
    void unsubscribesNobodyWhoOnlyLooks(MailServer mail) throws Exception {
        newsletter.send("News", "All is well.");
        Page leave = mail.mailbox(ALICE).awaitMail().links().get(0).follow();

        assertThat(leave).hasStatusOk().text("h1").isEqualTo("Leave?");
        assertThat(subscribers.addresses()).contains(ALICE);

        assertThat(leave.form().submit()).text("h1").isEqualTo("You are unsubscribed");
        assertThat(subscribers.addresses()).doesNotContain(ALICE);
    }

    @Test
    void dropsWhoseMailComesBackForGood(MailServer mail) throws Exception {
        mail.mailbox(BOB).answerBy(AutoResponder.bounce().toEverything());
        newsletter.send("News", "All is well.");
        mail.awaitMails(2);

        bounces.collect();

        assertThat(subscribers.addresses()).containsExactly(ALICE);
        Mailbox box = mail.mailbox(BOUNCES);
        assertThat(box.readers())
                .haveDeleted(box.deliveredMails().get(0))
                .haveLoggedOut()
                .havePolledAtMost(1);
    }

    @Test
    void dropsWhoseMailComesBackThreeTimesForNow(MailServer mail) throws Exception {
        mail.mailbox(BOB).answerBy(AutoResponder.answering(Bounce::soft).toEverything());
        for (int issue = 1; issue <= 3; issue++) {
            assertThat(subscribers.addresses()).contains(BOB);
            newsletter.send("News " + issue, "All is well.");
            mail.awaitMails(2);
            bounces.collect();
        }

        assertThat(subscribers.addresses()).containsExactly(ALICE);
    }

    @Test
    void isNotTroubledByOtherMailInTheBox(MailServer mail) throws Exception {
        Mailbox box = mail.mailbox(BOUNCES);
        box.deliver(InboundMail.from(BOB).to(BOUNCES).subject("Hi").text("Hello"));
        newsletter.send("News", "All is well.");
        box.deliver(Bounce.of(mail.mailbox(BOB).awaitMail()).delayed(BOB, "4.4.1", "connection timed out"));

        bounces.collect();

        assertThat(subscribers.addresses()).containsExactly(ALICE, BOB);
    }
}

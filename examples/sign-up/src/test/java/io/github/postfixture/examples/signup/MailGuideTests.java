package io.github.postfixture.examples.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.inbound.Bounce;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.inbound.MalformedMail;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.tls.CertificateAuthority;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the guide on mail shows. */
@WithMailServer(accounts = "alice@example.org:secret")
class MailGuideTests {

    private static final URI PAGE = URI.create("https://shop.example/confirm");

    @Test
    void awaits(MailServer mail) throws Exception {
        SignUp signUp = new SignUp(mail.smtp().uri(), PAGE);

        signUp.register("alice@example.org");
        signUp.register("bob@example.org");

        ReceivedMail bobs = mail.awaitMail(MailCriteria.recipient("bob@example.org"));
        assertThat(bobs).hasSubject("Welcome").text().contains("schön");
        assertThat(mail).hasMailCount(2);
    }

    @Test
    void looksIntoAMailbox(MailServer mail, Mailbox alices) throws Exception {
        new SignUp(mail.smtp().uri(), PAGE).register("alice@example.org");

        assertThat(alices).receivesMail().hasSubject("Welcome");
        assertThat(mail.mailbox("bob@example.org")).receivesNothingFor(Duration.ofMillis(100));
    }

    @Test
    void puts(Mailbox alices) {
        InboundMail order = InboundMail.from("Käthe Groß <k@example.net>")
                .to("alice@example.org")
                .subject("Order 7")
                .text("See the attached file.")
                .attach("Größen.csv", "text/csv; charset=utf-8", "M;7".getBytes(StandardCharsets.UTF_8));

        DeliveredMail delivered = alices.deliver(order);
        alices.deliver(Bounce.of(delivered).failed("k@example.net", "5.1.1", "550 5.1.1 No such user"));
        alices.deliver(MalformedMail.NO_BOUNDARY, DeliveryOptions.in("Odd").flagged("\\Seen"));

        assertThat(alices.deliveredMails()).hasSize(3);
    }

    @Test
    void goesWrong(MailServer mail) {
        mail.failNext(SmtpStage.RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));

        assertThatThrownBy(() -> new SignUp(mail.smtp().uri(), PAGE).register("nobody@example.org"))
                .isInstanceOf(MessagingException.class);
        assertThat(mail.receivedMails()).isEmpty();
    }

    @Test
    void isFetchedByImap(MailServer mail) throws Exception {
        new SignUp(mail.smtp().uri(), PAGE).register("alice@example.org");

        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", mail.imap().host());
        properties.setProperty("mail.imap.port", String.valueOf(mail.imap().port()));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("alice@example.org", "secret");
            assertThat(store.getFolder("INBOX").getMessageCount()).isEqualTo(1);
        }
    }

    @Test
    void isSentByJakartaMail(MailServer mail) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", mail.smtp().host());
        properties.put("mail.smtp.port", String.valueOf(mail.smtp().port()));
        properties.put("mail.smtp.starttls.required", "true");
        properties.put(
                "mail.smtp.ssl.socketFactory",
                CertificateAuthority.ofThisJvm().sslContext().getSocketFactory());

        MimeMessage news = new MimeMessage(Session.getInstance(properties));
        news.setFrom("shop@example.org");
        news.setRecipients(Message.RecipientType.TO, "bob@example.org");
        news.setText("Fresh Darjeeling");
        Transport.send(news, "alice@example.org", "secret");

        assertThat(mail.awaitMail()).text().contains("Darjeeling");
    }
}

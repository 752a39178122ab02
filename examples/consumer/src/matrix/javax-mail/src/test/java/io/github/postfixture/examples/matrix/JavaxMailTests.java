package io.github.postfixture.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import java.util.Properties;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

/** An application of the time before Jakarta, whose mail library comes first on the class path. */
@WithMailServer(accounts = "alice@example.org:secret")
class JavaxMailTests {

    @Test
    void sendsAndReads(MailServer mail, Mailbox inbox) throws Exception {
        send(mail.smtp());
        assertThat(inbox).receivesMail().hasSubject("Welcome").text().contains("Hello");

        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(mail.imap().host(), mail.imap().port(), "alice@example.org", "secret");
        Folder folder = store.getFolder("INBOX");
        folder.open(Folder.READ_ONLY);
        assertThat(folder.getMessage(1).getContent().toString()).contains("Hello");
        store.close();
    }

    private static void send(Endpoint smtp) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.host());
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("shop@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("alice@example.org"));
        message.setSubject("Welcome");
        message.setText("Hello");
        Transport.send(message);
    }
}

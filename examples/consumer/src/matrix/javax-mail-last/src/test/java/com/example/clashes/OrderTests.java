package com.example.clashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import java.util.Arrays;
import java.util.Properties;
import javax.mail.Message;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** An application of the time before Jakarta whose mail library comes last is told what to move. */
class OrderTests {

    @Test
    void isNamedBesideTheFailure() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Sending.class))
                                .build(),
                        listener);

        assertThat(listener.getSummary().getFailures())
                .flatMap(failure -> Arrays.asList(failure.getException().getSuppressed()))
                .extracting(Throwable::getMessage)
                .first()
                .asString()
                .endsWith("javax.mail-1.6.2.jar after jakarta.mail-2.0.5.jar; move the dependency that brings"
                        + " javax.mail before postfixture-junit5");
    }

    static class Sending {

        @Test
        @WithMailServer
        void sends(MailServer mail) throws Exception {
            Properties properties = new Properties();
            properties.put("mail.smtp.host", mail.smtp().host());
            properties.put("mail.smtp.port", Integer.toString(mail.smtp().port()));
            MimeMessage message = new MimeMessage(Session.getInstance(properties));
            message.setFrom(new InternetAddress("shop@example.org"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("alice@example.org"));
            message.setText("Hello");
            Transport.send(message);
        }
    }
}

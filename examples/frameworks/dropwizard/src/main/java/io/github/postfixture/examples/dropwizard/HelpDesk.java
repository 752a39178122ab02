package io.github.postfixture.examples.dropwizard;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;

/** Takes the problems of customers. */
final class HelpDesk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Session session;
    private final URI shifts;

    HelpDesk(String smtpHost, int smtpPort, URI shifts) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", smtpHost);
        properties.setProperty("mail.smtp.port", String.valueOf(smtpPort));
        this.session = Session.getInstance(properties);
        this.shifts = shifts;
    }

    /** Tell whoever is on duty. */
    void report(String problem) throws IOException, InterruptedException, MessagingException {
        String onDuty = http.send(HttpRequest.newBuilder(shifts).build(), BodyHandlers.ofString())
                .body();
        MimeMessage message = new MimeMessage(session);
        message.setFrom("help@desk.example");
        message.setRecipients(Message.RecipientType.TO, onDuty);
        message.setSubject("New problem");
        message.setText(problem);
        Transport.send(message);
    }
}

package io.github.postfixture.junit5.planted;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fetches invoices from an archive and sends them. */
final class Invoices {

    private static final Instant DUE = Instant.parse("2026-12-23T23:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Bug bug;
    private final Mailer mailer;
    private final URI archive;
    private final List<String> recipients = new ArrayList<>();

    Invoices(Mailer mailer, URI archive, Bug bug) {
        this.bug = bug;
        this.archive = archive;
        this.mailer = mailer;
    }

    void send(String number, String customer) throws MessagingException, IOException, InterruptedException {
        if (bug != Bug.RECIPIENTS_ADD_UP) {
            recipients.clear();
        }
        recipients.add(customer);
        MimeMessage message = mailer.message();
        message.setFrom(new InternetAddress("billing@example.org"));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.addRecipient(
                bug == Bug.AUDITOR_IN_CC ? Message.RecipientType.CC : Message.RecipientType.BCC,
                new InternetAddress("audit@example.org"));
        message.setSubject("Invoice " + number);
        MimeMultipart mixed = new MimeMultipart();
        mixed.addBodyPart(letter());
        mixed.addBodyPart(attachment(number));
        message.setContent(mixed);
        mailer.send(message, 1, 0);
    }

    private MimeBodyPart letter() throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        String text = "Schöne Grüße. Please pay by " + due() + ".";
        if (bug == Bug.LATIN_1_DECLARED_AS_UTF_8) {
            part.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(text.getBytes(StandardCharsets.ISO_8859_1), "text/plain; charset=UTF-8")));
        } else {
            part.setText(text, "UTF-8");
        }
        return part;
    }

    private String due() {
        return switch (bug) {
            case DATE_IN_THE_WRONG_ZONE ->
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                        .withZone(ZoneId.of("UTC"))
                        .format(DUE);
            case DATE_IN_THE_WRONG_LOCALE ->
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.GERMAN)
                        .withZone(BERLIN)
                        .format(DUE);
            default ->
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                        .withZone(BERLIN)
                        .format(DUE);
        };
    }

    private MimeBodyPart attachment(String number) throws MessagingException, IOException, InterruptedException {
        byte[] content = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(archive.resolve("/invoices/" + number + ".pdf"))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        byte[] sent = bug == Bug.ATTACHMENT_TRUNCATED ? Arrays.copyOf(content, 1_024) : content;
        MimeBodyPart part = new MimeBodyPart();
        String type = bug == Bug.ATTACHMENT_OF_THE_WRONG_TYPE ? "application/octet-stream" : "application/pdf";
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(sent, type)));
        part.setFileName(
                bug == Bug.ATTACHMENT_NAMED_WITH_ITS_PATH ? "/var/invoices/" + number + ".pdf" : number + ".pdf");
        return part;
    }
}

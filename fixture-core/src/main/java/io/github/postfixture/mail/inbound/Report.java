package io.github.postfixture.mail.inbound;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A mail that a machine writes for machines (RFC 6522): a text for people, fields for programs, and the message that
 * it is about.
 *
 * @param mail its header, and the text for people
 * @param type what it reports, such as {@code delivery-status}
 * @param fields the groups of fields for programs
 * @param returned the message that it is about
 */
record Report(ComposedMail mail, String type, List<List<Field>> fields, Enclosure returned) {

    byte[] raw() {
        try {
            MimeMessage message = Composer.message(mail);
            message.setContent(new Parts(
                    type,
                    Composer.text(mail.text().orElse(""), "plain"),
                    part(Enclosure.of("", "message/" + type, text().getBytes(StandardCharsets.UTF_8))),
                    part(returned)));
            return Composer.bytes(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The report cannot be composed: " + e.getMessage(), e);
        }
    }

    private String text() {
        return fields.stream().map(Report::group).collect(Collectors.joining("\r\n"));
    }

    private static String group(List<Field> fields) {
        return fields.stream()
                .map(field -> field.name() + ": " + field.value() + "\r\n")
                .collect(Collectors.joining());
    }

    private static MimeBodyPart part(Enclosure content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(content));
        part.setHeader("Content-Transfer-Encoding", "8bit");
        return part;
    }

    private static final class Parts extends MimeMultipart {

        Parts(String type, MimeBodyPart... parts) throws MessagingException {
            super("report", parts);
            ContentType declared = new ContentType(contentType);
            declared.setParameter("report-type", type);
            contentType = declared.toString();
        }
    }
}

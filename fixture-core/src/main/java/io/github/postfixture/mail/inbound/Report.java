package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.BodyPart;
import io.github.postfixture.mime.ComposedField;
import io.github.postfixture.mime.Message;
import io.github.postfixture.mime.MessageBuilder;
import io.github.postfixture.octets.Octets;
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
record Report(ComposedMail mail, String type, List<List<ComposedField>> fields, BodyPart returned) {

    MessageBuilder message() {
        byte[] status = text().getBytes(StandardCharsets.UTF_8);
        return mail.header()
                .content(BodyPart.multipart(
                                "report",
                                BodyPart.text("plain", mail.text().orElse("")),
                                BodyPart.of("message/" + type, output -> output.write(status)),
                                returned)
                        .parameter("report-type", type));
    }

    /** Return a message as a part, whole. */
    static BodyPart returned(MailSource original) {
        byte[] message = original.raw();
        return BodyPart.of("message/rfc822", output -> output.write(message));
    }

    /** Return the header section of a message as a part. */
    static BodyPart returnedHeaders(MailSource original) {
        Octets header = Message.of(Octets.of(original.raw())).header().octets();
        return BodyPart.of("text/rfc822-headers", header::writeTo);
    }

    private String text() {
        return fields.stream().map(Report::group).collect(Collectors.joining("\r\n"));
    }

    private static String group(List<ComposedField> fields) {
        return fields.stream().map(ComposedField::written).collect(Collectors.joining());
    }
}

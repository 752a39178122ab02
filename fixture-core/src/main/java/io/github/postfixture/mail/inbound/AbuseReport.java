package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.ComposedField;
import io.github.postfixture.mime.MessageBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A complaint about a message (RFC 5965, the abuse reporting format): somebody pressed "this is spam". Immutable. */
public final class AbuseReport implements InboundMail {

    private final Identification identity = Identification.next();
    private final MailSource original;
    private final ComposedField kind;

    private AbuseReport(MailSource original, String kind) {
        this.original = original;
        this.kind = ComposedField.structured("Feedback-Type", kind);
    }

    /** Complain that the message was not wanted. */
    public static AbuseReport of(MailSource original) {
        return new AbuseReport(original, "abuse");
    }

    /** Complain of another kind, such as {@code fraud}, {@code virus} or {@code other} (RFC 5965 section 7.3). */
    public AbuseReport kind(String feedbackType) {
        return new AbuseReport(original, feedbackType);
    }

    @Override
    public byte[] raw() {
        return message().build().toByteArray();
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
        message().writeTo(output);
    }

    private MessageBuilder message() {
        ComposedMail mail = identity.on(InboundMail.from("Abuse desk <abuse@example.net>"))
                .to(Conversation.returnPath(original))
                .subject("FW: " + Conversation.subject(original))
                .text("This is a report of unwanted mail from your system.\n");
        return new Report(mail, "feedback-report", List.of(fields()), Report.returned(original)).message();
    }

    private List<ComposedField> fields() {
        String sender = Conversation.returnPath(original);
        return List.of(
                kind,
                ComposedField.structured("User-Agent", "Postfixture/1.0"),
                ComposedField.structured("Version", "1"),
                ComposedField.structured("Original-Mail-From", "<" + sender + ">"),
                ComposedField.structured("Original-Rcpt-To", "<" + Conversation.answerer(original) + ">"),
                ComposedField.structured("Reported-Domain", sender.substring(sender.lastIndexOf('@') + 1)));
    }
}

package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.ComposedField;
import io.github.postfixture.mime.MessageBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import org.apiguardian.api.API;

/** A complaint about a message (RFC 5965, the abuse reporting format): somebody pressed "this is spam". Immutable. */
public final class AbuseReport implements InboundMail {

    private final Identification identity;
    private final MailSource original;
    private final ComposedField kind;

    private AbuseReport(Identification identity, MailSource original, ComposedField kind) {
        this.identity = identity;
        this.original = original;
        this.kind = kind;
    }

    /** Complain that the message was not wanted. */
    public static AbuseReport of(MailSource original) {
        return of(original, "abuse");
    }

    /** Complain of another kind, such as {@code fraud}, {@code virus} or {@code other} (RFC 5965 section 7.3). */
    public AbuseReport kind(String feedbackType) {
        return of(original, feedbackType);
    }

    private static AbuseReport of(MailSource original, String kind) {
        return new AbuseReport(Identification.next(), original, ComposedField.structured("Feedback-Type", kind));
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL, since = "0.1")
    public InboundMail dated(InstantSource clock) {
        return new AbuseReport(identity.by(clock), original, kind);
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

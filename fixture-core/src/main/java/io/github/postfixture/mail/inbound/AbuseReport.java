package io.github.postfixture.mail.inbound;

import java.util.List;

/** A complaint about a message (RFC 5965, the abuse reporting format): somebody pressed "this is spam". Immutable. */
public final class AbuseReport implements InboundMail {

    private final Original original;
    private final String kind;

    private AbuseReport(Original original, String kind) {
        this.original = original;
        this.kind = kind;
    }

    /** Complain that the message was not wanted. */
    public static AbuseReport of(Original original) {
        return new AbuseReport(original, "abuse");
    }

    /** Complain of another kind, such as {@code fraud}, {@code virus} or {@code other} (RFC 5965 section 7.3). */
    public AbuseReport kind(String feedbackType) {
        return new AbuseReport(original, feedbackType);
    }

    @Override
    public byte[] raw() {
        ComposedMail mail = InboundMail.from("Abuse desk <abuse@example.net>")
                .to(original.returnPath())
                .subject("FW: " + original.subject())
                .text("This is a report of unwanted mail from your system.\n");
        return new Report(
                        mail, "feedback-report", List.of(fields()), Enclosure.of("", "message/rfc822", original.raw()))
                .raw();
    }

    private List<Field> fields() {
        return List.of(
                new Field("Feedback-Type", kind),
                new Field("User-Agent", "Postfixture/1.0"),
                new Field("Version", "1"),
                new Field("Original-Mail-From", "<" + original.returnPath() + ">"),
                new Field("Original-Rcpt-To", "<" + Conversation.answerer(original) + ">"),
                new Field("Reported-Domain", original.returnPath().replaceFirst(".*@", "")));
    }
}

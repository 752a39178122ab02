package io.github.postfixture.mail.inbound;

import java.util.List;
import java.util.Locale;

/** A message disposition notification (RFC 8098): what became of a message at its reader. Immutable. */
public final class ReadReceipt implements InboundMail {

    private final Original original;
    private final String disposition;

    private ReadReceipt(Original original, String disposition) {
        this.original = original;
        this.disposition = disposition;
    }

    /** Say that the first recipient was shown the message, and agreed to tell. */
    public static ReadReceipt displayed(Original original) {
        return new ReadReceipt(original, "manual-action/MDN-sent-manually; displayed");
    }

    /** Say that the message was deleted, and perhaps never read. */
    public static ReadReceipt deleted(Original original) {
        return new ReadReceipt(original, "automatic-action/MDN-sent-automatically; deleted");
    }

    @Override
    public byte[] raw() {
        String reader = Conversation.answerer(original);
        ComposedMail mail = Conversation.referring(InboundMail.from(reader), original)
                .to(original.header("Disposition-Notification-To").orElseGet(() -> Conversation.answered(original)))
                .subject(what() + ": " + original.subject())
                .header("Return-Path", "<>")
                .header("Auto-Submitted", "auto-replied")
                .text("Your message \"" + original.subject() + "\" to " + reader + " was "
                        + what().toLowerCase(Locale.ROOT) + ".\n");
        return new Report(mail, "disposition-notification", List.of(fields(reader)), returned()).raw();
    }

    private List<Field> fields(String reader) {
        return List.of(
                new Field("Reporting-UA", "mail.example.net; Postfixture"),
                new Field("Final-Recipient", "rfc822; " + reader),
                new Field("Original-Message-ID", original.header("Message-ID").orElse("<none@postfixture.invalid>")),
                new Field("Disposition", disposition));
    }

    private Enclosure returned() {
        return Enclosure.of("", "text/rfc822-headers", Headers.of(original.raw()));
    }

    private String what() {
        return disposition.endsWith("displayed") ? "Displayed" : "Deleted";
    }
}

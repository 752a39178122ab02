package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.ComposedField;
import io.github.postfixture.mime.MessageBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/** A message disposition notification (RFC 8098): what became of a message at its reader. Immutable. */
public final class ReadReceipt implements InboundMail {

    private final Identification identity;
    private final MailSource original;
    private final String disposition;

    private ReadReceipt(Identification identity, MailSource original, String disposition) {
        this.identity = identity;
        this.original = original;
        this.disposition = disposition;
    }

    /** Say that the first recipient was shown the message, and agreed to tell. */
    public static ReadReceipt displayed(MailSource original) {
        return new ReadReceipt(Identification.next(), original, "manual-action/MDN-sent-manually; displayed");
    }

    /** Say that the message was deleted, and perhaps never read. */
    public static ReadReceipt deleted(MailSource original) {
        return new ReadReceipt(Identification.next(), original, "automatic-action/MDN-sent-automatically; deleted");
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL, since = "0.1")
    public InboundMail dated(InstantSource clock) {
        return new ReadReceipt(identity.by(clock), original, disposition);
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
        String reader = Conversation.answerer(original);
        ComposedMail mail = Conversation.referring(identity.on(InboundMail.from(reader)), original)
                .to(Conversation.addresses(original, "Disposition-Notification-To")
                        .orElseGet(() -> Conversation.answered(original)))
                .subject(what() + ": " + Conversation.subject(original))
                .header("Return-Path", "<>")
                .header("Auto-Submitted", "auto-replied")
                .text("Your message \"" + original.subject() + "\" to " + reader + " was "
                        + what().toLowerCase(Locale.ROOT) + ".\n");
        return new Report(mail, "disposition-notification", List.of(fields(reader)), Report.returnedHeaders(original))
                .message();
    }

    private List<ComposedField> fields(String reader) {
        return List.of(
                ComposedField.structured("Reporting-UA", "mail.example.net; Postfixture"),
                ComposedField.structured("Final-Recipient", "rfc822; " + reader),
                ComposedField.structured(
                        "Original-Message-ID",
                        Conversation.header(original, "Message-ID").orElse("<none@postfixture.invalid>")),
                ComposedField.structured("Disposition", disposition));
    }

    private String what() {
        return disposition.endsWith("displayed") ? "Displayed" : "Deleted";
    }
}

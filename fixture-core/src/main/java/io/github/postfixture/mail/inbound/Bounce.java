package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.BodyPart;
import io.github.postfixture.mime.Charsets;
import io.github.postfixture.mime.ComposedField;
import io.github.postfixture.mime.Message;
import io.github.postfixture.mime.MessageBuilder;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A delivery status notification (RFC 3464): what a mail server tells the sender of a message about its recipients.
 * Immutable: every method returns a new one.
 *
 * <pre>{@code
 * mailbox.deliver(Bounce.hard(newsletter));
 * mailbox.deliver(Bounce.of(newsletter)
 *         .failed("bob@example.net", "5.1.1", "550 5.1.1 No such user")
 *         .delayed("carol@example.net", "4.4.1", "connection timed out"));
 * }</pre>
 *
 * <p>It comes from the null sender: {@code Return-Path: <>}, {@code Auto-Submitted: auto-replied}. Each object has a
 * {@code Date} and a {@code Message-ID} of its own, which stay the same: delivered twice, it is the same mail twice.
 */
public final class Bounce implements InboundMail {

    private static final String MTA = "mx.example.net";
    private static final Duration RETRIED = Duration.ofDays(4);

    private final Identification identity;
    private final MailSource original;
    private final List<Fate> fates;
    private final boolean headersOnly;
    private final boolean plain;

    private Bounce(Identification identity, MailSource original, List<Fate> fates, boolean headersOnly, boolean plain) {
        this.identity = identity;
        this.original = original;
        this.fates = fates;
        this.headersOnly = headersOnly;
        this.plain = plain;
    }

    /** Begin a notification about a message; it says nothing about its recipients yet. */
    public static Bounce of(MailSource original) {
        return new Bounce(Identification.next(), original, List.of(), false, false);
    }

    /** Say of every recipient that there is no such user, and that no further try will help: 5.1.1. */
    public static Bounce hard(MailSource original) {
        Bounce bounce = of(original);
        for (String recipient : original.recipients()) {
            bounce = bounce.failed(recipient, "5.1.1", "550 5.1.1 User unknown");
        }
        return bounce;
    }

    /** Say of every recipient that the mailbox is full, and that the message was given up for now: 4.2.2. */
    public static Bounce soft(MailSource original) {
        Bounce bounce = of(original);
        for (String recipient : original.recipients()) {
            bounce = bounce.failed(recipient, "4.2.2", "452 4.2.2 Mailbox full");
        }
        return bounce;
    }

    /**
     * Say that a recipient was given up.
     *
     * @param recipient its address
     * @param status the enhanced status code, such as {@code 5.1.1} (RFC 3463)
     * @param diagnostic what the server of the recipient said; of several lines one is made
     * @throws IllegalArgumentException if recipient or status have a line break
     */
    public Bounce failed(String recipient, String status, String diagnostic) {
        return with(new Fate(recipient, "failed", status, diagnostic));
    }

    /** Say that a recipient has not been reached yet, and will be tried again for four days. */
    public Bounce delayed(String recipient, String status, String diagnostic) {
        return with(new Fate(recipient, "delayed", status, diagnostic));
    }

    /** Report the action {@code relayed} (RFC 3464 section 2.3.3): the message was handed to a server that sends no such reports. */
    public Bounce relayed(String recipient) {
        return with(new Fate(recipient, "relayed", "2.0.0", "250 2.0.0 Accepted"));
    }

    /** Say that the message is in the mailbox. */
    public Bounce delivered(String recipient) {
        return with(new Fate(recipient, "delivered", "2.0.0", "250 2.0.0 Delivered"));
    }

    /** Return the header section of the message only, as {@code text/rfc822-headers}. The default is all of it. */
    public Bounce headersOnly() {
        return new Bounce(Identification.next(), original, fates, true, plain);
    }

    /** Write a text alone, without fields for programs, as some servers do. */
    public Bounce plainText() {
        return new Bounce(Identification.next(), original, fates, headersOnly, true);
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL, since = "0.1")
    public InboundMail dated(InstantSource clock) {
        return new Bounce(identity.by(clock), original, fates, headersOnly, plain);
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
        if (fates.isEmpty()) {
            throw new IllegalStateException("The bounce says nothing yet; say what became of a recipient,"
                    + " such as Bounce.of(mail).failed(\"bob@example.net\", \"5.1.1\", \"User unknown\")");
        }
        return plain
                ? mail().text(text() + "\n--- The message follows ---\n\n" + returnedText())
                        .message()
                : report().message();
    }

    private Report report() {
        List<List<ComposedField>> groups = new ArrayList<>();
        groups.add(List.of(
                ComposedField.structured("Reporting-MTA", "dns; " + MTA),
                ComposedField.structured("Arrival-Date", date(original.receivedAt()))));
        fates.forEach(fate -> groups.add(fate.fields(identity.date())));
        return new Report(mail().text(text()), "delivery-status", groups, returned());
    }

    private ComposedMail mail() {
        return identity.on(InboundMail.from("Mail Delivery System <MAILER-DAEMON@" + MTA + ">"))
                .to(Conversation.returnPath(original))
                .subject(subject() + Conversation.subject(original))
                .header("Return-Path", "<>")
                .header("Auto-Submitted", "auto-replied");
    }

    private String subject() {
        return switch (fates.get(0).action()) {
            case "failed" -> "Undeliverable: ";
            case "delayed" -> "Delayed: ";
            default -> "Delivered: ";
        };
    }

    private String text() {
        return "This is the mail system at " + MTA + ".\n\n"
                + fates.stream().map(Fate::sentence).collect(Collectors.joining("\n")) + "\n";
    }

    private BodyPart returned() {
        return headersOnly ? Report.returnedHeaders(original) : Report.returned(original);
    }

    private String returnedText() {
        Octets message = Octets.of(original.raw());
        return Charsets.guess((headersOnly ? Message.of(message).header().octets() : message).text());
    }

    private Bounce with(Fate fate) {
        fate.fields(identity.date());
        List<Fate> all = new ArrayList<>(fates);
        all.add(fate);
        return new Bounce(Identification.next(), original, List.copyOf(all), headersOnly, plain);
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** What became of one recipient. */
    private record Fate(String recipient, String action, String status, String diagnostic) {

        List<ComposedField> fields(Instant now) {
            List<ComposedField> fields = new ArrayList<>(List.of(
                    ComposedField.structured("Final-Recipient", "rfc822; " + recipient),
                    ComposedField.structured("Action", action),
                    ComposedField.structured("Status", status),
                    ComposedField.structured("Diagnostic-Code", "smtp; " + Conversation.oneLine(diagnostic))));
            if (action.equals("delayed")) {
                fields.add(ComposedField.structured("Will-Retry-Until", date(now.plus(RETRIED))));
            }
            return List.copyOf(fields);
        }

        String sentence() {
            String what = switch (action) {
                case "failed" -> " could not be reached: ";
                case "delayed" -> " has not been reached yet, and will be tried again: ";
                default -> " was " + action + ": ";
            };
            return "<" + recipient + ">" + what + diagnostic;
        }
    }
}

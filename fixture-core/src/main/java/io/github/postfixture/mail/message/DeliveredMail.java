package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mime.Message;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.timeline.EventCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A mail that a test, or a robot, has put into a mailbox: it can be answered, and its readers can be awaited. Immutable, and safe
 * for use by several threads.
 */
public final class DeliveredMail implements MailSource {

    private final String address;
    private final Octets octets;
    private final Instant receivedAt;
    private final boolean byRobot;
    private final Message message;

    /**
     * Take a mail that was put into a mailbox.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public DeliveredMail(String address, Octets octets, Instant receivedAt, boolean byRobot) {
        this.address = address;
        this.octets = octets;
        this.receivedAt = receivedAt;
        this.byRobot = byRobot;
        message = Message.of(octets);
    }

    /**
     * Return how a report shows it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public EventCard card() {
        return MailCard.ofDelivered(ReceivedMail.withoutEnvelope(octets, receivedAt));
    }

    /** Return the address in {@code Return-Path}; without that field, the first in {@code From}. */
    @Override
    public String returnPath() {
        return message.header().returnPath();
    }

    /** Return the address of the mailbox. */
    @Override
    public List<String> recipients() {
        return List.of(address);
    }

    @Override
    public Optional<String> header(String name) {
        return message.header().text(name);
    }

    @Override
    public String subject() {
        return header("Subject").orElse("");
    }

    @Override
    public boolean hasText() {
        return !message.bodyParts().text().isEmpty();
    }

    /** Return the {@code text/plain} body, decoded; empty if there is none. */
    @Override
    public String text() {
        return message.bodyParts().plainText().orElse("");
    }

    @Override
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public byte[] raw() {
        return octets.toByteArray();
    }

    /** Return whether a {@link io.github.postfixture.mail.inbound.AutoResponder} wrote it, and not the test. */
    public boolean isByRobot() {
        return byRobot;
    }

    /** Return mailbox and subject in one line. */
    @Override
    public String toString() {
        return Printable.line("mail in mailbox " + address + " with subject \"" + subject() + "\"");
    }

    /**
     * Return its bytes.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Octets octets() {
        return octets;
    }
}

package io.github.postfixture.mail.client;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.MailDate;
import io.github.postfixture.mime.Message;
import io.github.postfixture.octets.Octets;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A mail in the local copy of a {@link MailClient}, as it was when it was read from disk. Immutable. */
public final class LocalMail implements MailSource {

    private final Maildir place;
    private final String name;
    private final MailFlags flags;
    private final byte[] bytes;
    private final Message message;

    private LocalMail(Maildir place, String name, MailFlags flags, byte[] bytes) {
        this.place = place;
        this.name = name;
        this.flags = flags;
        this.bytes = bytes;
        message = Message.of(Octets.of(bytes));
    }

    static LocalMail of(Maildir place, Maildir.Item item) {
        return new LocalMail(place, item.name(), item.flags(), item.bytes());
    }

    /** Return the first field of a name as it stands in the header of a message. */
    static Optional<String> headerOf(byte[] message, String field) {
        return Message.of(Octets.of(message)).header().value(field);
    }

    static MimeMessage parse(byte[] bytes) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read a message from memory", e);
        }
    }

    /** Return the folder that it lies in; {@code Outbox} if it waits to be sent. */
    public String folder() {
        return place.folder();
    }

    /** Return what its reader noted about it. */
    public Set<Flag> marks() {
        return Set.copyOf(flags.marks());
    }

    /** Return its keywords (RFC 9051 section 2.3.2), in order. */
    public Set<String> keywords() {
        return Collections.unmodifiableSet(flags.keywords());
    }

    @Override
    public byte[] raw() {
        return bytes.clone();
    }

    @Override
    public Optional<String> header(String field) {
        return message.header().text(field);
    }

    @Override
    public String subject() {
        return header("Subject").orElse("");
    }

    @Override
    public boolean hasText() {
        return !message.bodyParts().text().isEmpty();
    }

    @Override
    public String text() {
        return message.bodyParts().plainText().orElse("");
    }

    @Override
    public String returnPath() {
        return message.header().returnPath();
    }

    @Override
    public List<String> recipients() {
        return message.header().addresses("To").stream()
                .filter(address -> address.kind() == Address.Kind.MAILBOX)
                .map(Address::spec)
                .toList();
    }

    @Override
    public Instant receivedAt() {
        return message.header()
                .value("Date")
                .flatMap(MailDate::parse)
                .map(MailDate::instant)
                .orElse(Instant.EPOCH);
    }

    /** Return folder, subject and marks in one line. */
    @Override
    public String toString() {
        return Printable.line("mail in " + folder() + " with subject \"" + subject() + "\" " + flags.marks());
    }

    Maildir place() {
        return place;
    }

    String name() {
        return name;
    }
}

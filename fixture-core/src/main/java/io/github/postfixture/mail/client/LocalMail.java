package io.github.postfixture.mail.client;

import io.github.postfixture.mail.inbound.Original;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A mail in the local copy of a {@link MailClient}, as it was when it was read from disk. Immutable. */
public final class LocalMail implements Original {

    private final Maildir place;
    private final String name;
    private final MailFlags flags;
    private final byte[] bytes;
    private final MimeMessage message;

    private LocalMail(Maildir place, String name, MailFlags flags, byte[] bytes) {
        this.place = place;
        this.name = name;
        this.flags = flags;
        this.bytes = bytes;
        message = parse(bytes);
    }

    static LocalMail of(Maildir place, Maildir.Item item) {
        return new LocalMail(place, item.name(), item.flags(), item.bytes());
    }

    /** Return the first field of a name as it stands in the header of a message. */
    static Optional<String> headerOf(byte[] message, String field) {
        try {
            return Optional.ofNullable(parse(message).getHeader(field, null));
        } catch (MessagingException e) {
            return Optional.empty();
        }
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
    public Set<Mark> marks() {
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
        try {
            return Optional.ofNullable(message.getHeader(field, null)).map(LocalMail::decoded);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String subject() {
        return header("Subject").orElse("");
    }

    @Override
    public boolean hasText() {
        return firstText(message).isPresent();
    }

    @Override
    public String text() {
        return firstText(message).orElse("");
    }

    @Override
    public String returnPath() {
        return header("Return-Path")
                .map(path -> path.replaceAll("[<>\\s]", ""))
                .orElseGet(() -> addresses("From").stream().findFirst().orElse(""));
    }

    @Override
    public List<String> recipients() {
        return addresses("To");
    }

    @Override
    public Instant receivedAt() {
        try {
            return Optional.ofNullable(message.getSentDate())
                    .map(Date::toInstant)
                    .orElse(Instant.EPOCH);
        } catch (MessagingException e) {
            return Instant.EPOCH;
        }
    }

    /** Return folder, subject and marks in one line. */
    @Override
    public String toString() {
        return "mail in " + folder() + " with subject \"" + subject() + "\" " + flags.marks();
    }

    Maildir place() {
        return place;
    }

    String name() {
        return name;
    }

    private List<String> addresses(String field) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(header(field).orElse(""), false))
                    .map(InternetAddress::getAddress)
                    .toList();
        } catch (AddressException e) {
            return List.of();
        }
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    private static Optional<String> firstText(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                return firstText(parts);
            }
            return part.isMimeType("text/plain") ? Optional.of(part.getContent().toString()) : Optional.empty();
        } catch (MessagingException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstText(Multipart parts) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            Optional<String> text = firstText(part);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }
}

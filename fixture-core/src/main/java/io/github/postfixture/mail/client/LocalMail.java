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
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A mail in the local copy of a {@link MailClient}, as it was when it was read from disk. Immutable. */
public final class LocalMail implements Original {

    private final String folder;
    private final String name;
    private final Set<Mark> marks;
    private final byte[] bytes;
    private final MimeMessage message;

    private LocalMail(String folder, String name, Set<Mark> marks, byte[] bytes, MimeMessage message) {
        this.folder = folder;
        this.name = name;
        this.marks = marks;
        this.bytes = bytes;
        this.message = message;
    }

    static LocalMail of(String folder, Maildir.Item item) {
        byte[] bytes = item.bytes();
        return new LocalMail(folder, item.name(), Set.copyOf(item.marks()), bytes, parse(bytes));
    }

    static MimeMessage parse(byte[] bytes) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read a message from memory", e);
        }
    }

    /** Return the folder that it lies in. */
    public String folder() {
        return folder;
    }

    /** Return what its reader noted about it. */
    public Set<Mark> marks() {
        return marks;
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
        return "mail in " + folder + " with subject \"" + subject() + "\" " + marks;
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

package io.github.postfixture.mime;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads messages by Jakarta Mail, as well as it can. */
public final class JakartaReader {

    private final List<String> texts = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private JakartaReader() {}

    /** Read a message; what it stumbles over stands in place of the value. */
    public static ReadMessage read(byte[] message) {
        return new JakartaReader().reading(message);
    }

    private ReadMessage reading(byte[] bytes) {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(bytes));
            String structure = structure(message);
            return new ReadMessage(
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    addresses(message, "From"),
                    addresses(message, Message.RecipientType.TO.toString()),
                    addresses(message, Message.RecipientType.CC.toString()),
                    addresses(message, "Reply-To"),
                    Optional.ofNullable(message.getSentDate())
                            .map(Date::toInstant)
                            .map(String::valueOf)
                            .orElse(""),
                    structure,
                    List.copyOf(texts),
                    List.copyOf(files));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private String structure(Part part) {
        try {
            String type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
            if (type.startsWith("multipart/") && part.getContent() instanceof Multipart multipart) {
                return type + structure(multipart);
            }
            leaf(part, type);
            return type;
        } catch (MessagingException | IOException | RuntimeException e) {
            return ReadMessage.GIVEN_UP;
        }
    }

    private String structure(Multipart multipart) throws MessagingException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            parts.add(structure(part));
        }
        return "(" + String.join(", ", parts) + ")";
    }

    private void leaf(Part part, String type) throws MessagingException, IOException {
        byte[] content = part.getInputStream().readAllBytes();
        if (type.startsWith("text/")) {
            texts.add(text(part, content));
        }
        String name = part.getFileName();
        if (name != null) {
            files.add(type.equals("message/rfc822") ? ReadMessage.message(name) : ReadMessage.file(name, content));
        }
    }

    private static String text(Part part, byte[] content) throws MessagingException {
        String charset = new ContentType(part.getContentType()).getParameter("charset");
        try {
            return new String(
                    content, Charset.forName(charset == null ? "US-ASCII" : MimeUtility.javaCharset(charset)));
        } catch (IllegalArgumentException e) {
            return ReadMessage.GIVEN_UP;
        }
    }

    private static List<String> addresses(MimeMessage message, String field) {
        try {
            String value = message.getHeader(field, ",");
            return value == null
                    ? List.of()
                    : Arrays.stream(InternetAddress.parseHeader(value, false))
                            .flatMap(JakartaReader::members)
                            .map(JakartaReader::address)
                            .toList();
        } catch (MessagingException e) {
            return List.of(ReadMessage.GIVEN_UP);
        }
    }

    private static Stream<InternetAddress> members(InternetAddress address) {
        try {
            return address.isGroup() ? Arrays.stream(address.getGroup(false)) : Stream.of(address);
        } catch (AddressException e) {
            return Stream.of(address);
        }
    }

    private static String address(InternetAddress address) {
        return ReadMessage.address(Optional.ofNullable(address.getPersonal()).orElse(""), address.getAddress());
    }
}

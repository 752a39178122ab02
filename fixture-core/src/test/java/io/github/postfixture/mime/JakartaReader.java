package io.github.postfixture.mime;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
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
            if (part.getContent() instanceof Multipart multipart) {
                return type + structure(multipart);
            }
            leaf(part, type);
            return type;
        } catch (MessagingException | IOException | RuntimeException e) {
            return "! " + e.getClass().getSimpleName();
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
            texts.add(new String(content, charset(part)));
        }
        if (part.getFileName() != null) {
            files.add(ReadMessage.file(part.getFileName(), content));
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        String charset = new ContentType(part.getContentType()).getParameter("charset");
        return Charset.forName(charset == null ? "US-ASCII" : MimeUtility.javaCharset(charset));
    }

    private static List<String> addresses(MimeMessage message, String field) {
        try {
            String value = message.getHeader(field, ",");
            return value == null
                    ? List.of()
                    : Arrays.stream(InternetAddress.parseHeader(value, false))
                            .map(JakartaReader::address)
                            .toList();
        } catch (MessagingException e) {
            return List.of("! " + e.getClass().getSimpleName());
        }
    }

    private static String address(InternetAddress address) {
        return ReadMessage.address(Optional.ofNullable(address.getPersonal()).orElse(""), address.getAddress());
    }
}

package io.github.postfixture.mail.inbound;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** Turns a composed mail into bytes, by Jakarta Mail. */
final class Composer {

    private static final Set<String> ADDRESSES = Set.of("from", "to", "cc", "bcc", "reply-to", "sender");
    private static final Set<String> AS_THEY_ARE = Set.of("references", "in-reply-to", "return-path", "received");

    private Composer() {}

    static byte[] compose(ComposedMail mail) {
        try {
            MimeMessage message = message(mail);
            setContent(message, mail);
            return bytes(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The mail cannot be composed: " + e.getMessage(), e);
        }
    }

    /** Return a message with the header fields of a mail, and nothing in it yet. */
    static MimeMessage message(ComposedMail mail) throws MessagingException {
        MimeMessage message = new Untouched(mail.date().isPresent());
        for (Field field : mail.fields()) {
            message.addHeader(field.name(), encoded(field));
        }
        if (mail.date().isPresent()) {
            message.setSentDate(Date.from(mail.date().get()));
        }
        if (mail.messageId().isPresent()) {
            message.setHeader("Message-ID", mail.messageId().get());
        }
        return message;
    }

    static byte[] bytes(MimeMessage message) throws MessagingException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.saveChanges();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MimeBodyPart text(String body, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(canonical(body), StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static void setContent(MimeMessage message, ComposedMail mail) throws MessagingException {
        List<MimeBodyPart> parts = new ArrayList<>(List.of(body(mail)));
        for (Enclosure enclosure : mail.enclosures()) {
            parts.add(attachment(enclosure));
        }
        if (parts.size() == 1 && !(mail.text().isPresent() && mail.html().isPresent())) {
            setBody(message, mail);
        } else if (parts.size() == 1) {
            message.setContent(alternatives(mail));
        } else {
            message.setContent(new MimeMultipart("mixed", parts.toArray(MimeBodyPart[]::new)));
        }
    }

    private static void setBody(MimeMessage message, ComposedMail mail) throws MessagingException {
        String subtype = mail.html().isPresent() ? "html" : "plain";
        message.setText(canonical(mail.html().or(mail::text).orElse("")), StandardCharsets.UTF_8.name(), subtype);
    }

    /** Return the text with lines that end as those of a message must (RFC 5322 section 2.3). */
    private static String canonical(String text) {
        return text.replaceAll("\\r?\\n", "\r\n");
    }

    private static MimeBodyPart body(ComposedMail mail) throws MessagingException {
        if (mail.text().isPresent() && mail.html().isPresent()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(alternatives(mail));
            return part;
        }
        return mail.html().isPresent()
                ? text(mail.html().get(), "html")
                : text(mail.text().orElse(""), "plain");
    }

    private static MimeMultipart alternatives(ComposedMail mail) throws MessagingException {
        return new MimeMultipart(
                "alternative",
                text(mail.text().orElse(""), "plain"),
                text(mail.html().orElse(""), "html"));
    }

    private static MimeBodyPart attachment(Enclosure enclosure) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(enclosure));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(enclosure.getName());
        if (enclosure.getContentType().startsWith("message/")) {
            part.setHeader("Content-Transfer-Encoding", "8bit");
        }
        return part;
    }

    private static String encoded(Field field) throws MessagingException {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (AS_THEY_ARE.contains(name)) {
            return MimeUtility.fold(field.name().length() + 2, field.value());
        }
        return ADDRESSES.contains(name)
                ? InternetAddress.toString(encoded(InternetAddress.parse(field.value(), false)), name.length() + 2)
                : MimeUtility.fold(name.length() + 2, encodedText(field.value()));
    }

    private static InternetAddress[] encoded(InternetAddress[] addresses) throws MessagingException {
        try {
            for (InternetAddress address : addresses) {
                address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            }
            return addresses;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is always there", e);
        }
    }

    private static String encodedText(String value) throws MessagingException {
        try {
            return MimeUtility.encodeText(value, StandardCharsets.UTF_8.name(), null);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is always there", e);
        }
    }

    /** A message whose {@code Message-ID} and {@code Date} are those that it was given, if it was. */
    private static final class Untouched extends MimeMessage {

        private final boolean dated;

        Untouched(boolean dated) {
            super(Session.getInstance(new Properties()));
            this.dated = dated;
        }

        @Override
        protected void updateMessageID() {
            // What the mail says counts.
        }

        @Override
        protected synchronized void updateHeaders() throws MessagingException {
            super.updateHeaders();
            if (!dated) {
                removeHeader("Date");
            }
        }
    }
}

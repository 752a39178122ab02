package io.github.postfixture.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A mail as its reader takes it apart. */
final class Read {

    private final MimeMessage message;

    private Read(MimeMessage message) {
        this.message = message;
    }

    static Read mail(InboundMail mail) throws MessagingException {
        return new Read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw())));
    }

    String subject() throws MessagingException {
        return message.getSubject();
    }

    String header(String name) throws MessagingException {
        return message.getHeader(name, " | ");
    }

    List<String> headerNames() throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    String type() throws MessagingException {
        return typeOf(message);
    }

    /** Return the text, its lines ended by line feeds; it must have no line feed alone. */
    String content() throws MessagingException, IOException {
        String text = (String) message.getContent();
        assertThat(text).doesNotContainPattern("[^\\r]\\n");
        return text.replace("\r\n", "\n");
    }

    /** Return the type of each part, without parameters. */
    Stream<String> types() throws MessagingException, IOException {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        Stream.Builder<String> types = Stream.builder();
        for (int i = 0; i < parts.getCount(); i++) {
            types.add(typeOf(parts.getBodyPart(i)));
        }
        return types.build();
    }

    BodyPart part(int index) throws MessagingException, IOException {
        return ((MimeMultipart) message.getContent()).getBodyPart(index);
    }

    byte[] bytesOf(int index) throws MessagingException, IOException {
        return part(index).getInputStream().readAllBytes();
    }

    String textOf(int index) throws MessagingException, IOException {
        return new String(bytesOf(index), StandardCharsets.UTF_8);
    }

    private static String typeOf(Part part) throws MessagingException {
        return part.getContentType().replaceFirst(";[\\s\\S]*", "").trim();
    }
}

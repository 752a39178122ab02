package io.github.postfixture.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Reads messages by Apache James Mime4j, as well as it can. */
public final class Mime4jReader {

    private final List<String> texts = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private Mime4jReader() {}

    /** Read a message; what it stumbles over stands in place of the value. */
    public static ReadMessage read(byte[] message) {
        return new Mime4jReader().reading(message);
    }

    private ReadMessage reading(byte[] bytes) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        builder.setFieldParser(LenientFieldParser.getParser());
        try {
            Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
            String structure = structure(message);
            return new ReadMessage(
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    mailboxes(message.getFrom()),
                    addresses(message.getTo()),
                    addresses(message.getCc()),
                    addresses(message.getReplyTo()),
                    Optional.ofNullable(message.getDate())
                            .map(Date::toInstant)
                            .map(String::valueOf)
                            .orElse(""),
                    structure,
                    List.copyOf(texts),
                    List.copyOf(files));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String structure(Entity entity) throws IOException {
        String type = entity.getMimeType().toLowerCase(Locale.ROOT);
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            List<String> parts = new ArrayList<>();
            for (Entity part : multipart.getBodyParts()) {
                parts.add(structure(part));
            }
            return type + "(" + String.join(", ", parts) + ")";
        }
        if (body instanceof Message) {
            name(entity).map(ReadMessage::message).ifPresent(files::add);
        } else if (body instanceof SingleBody leaf) {
            leaf(entity, type, leaf);
        }
        return type;
    }

    private void leaf(Entity entity, String type, SingleBody leaf) throws IOException {
        byte[] content = leaf.getInputStream().readAllBytes();
        if (type.startsWith("text/") && leaf instanceof TextBody text) {
            texts.add(text(content, text.getMimeCharset()));
        }
        name(entity).map(name -> ReadMessage.file(name, content)).ifPresent(files::add);
    }

    private static Optional<String> name(Entity entity) {
        Optional<String> typed = Optional.ofNullable(entity.getHeader())
                .map(header -> header.getField("Content-Type"))
                .filter(ContentTypeField.class::isInstance)
                .map(type -> ((ContentTypeField) type).getParameter("name"));
        return Optional.ofNullable(entity.getFilename()).or(() -> typed);
    }

    private static String text(byte[] content, String charset) {
        try {
            return new String(content, Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return ReadMessage.GIVEN_UP;
        }
    }

    private static List<String> addresses(AddressList addresses) {
        return addresses == null ? List.of() : mailboxes(addresses.flatten());
    }

    private static List<String> mailboxes(MailboxList mailboxes) {
        return mailboxes == null
                ? List.of()
                : mailboxes.stream().map(Mime4jReader::address).collect(Collectors.toList());
    }

    private static String address(Mailbox mailbox) {
        return ReadMessage.address(Optional.ofNullable(mailbox.getName()).orElse(""), mailbox.getAddress());
    }
}

package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a message (RFC 5322, MIME). Whatever it is given as text may hold any character, and is encoded as the place
 * demands; what would break the message is refused when it is given. The same calls give the same bytes: nothing is
 * added by itself, neither {@code Date} nor {@code Message-ID}.
 *
 * <p>Not safe for use by several threads.
 */
public final class MessageBuilder {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);
    private static final Set<String> OF_THE_CONTENT =
            Set.of("mime-version", "content-type", "content-transfer-encoding");
    private static final List<String> RECIPIENTS = List.of("To", "Cc", "Bcc");
    private static final Set<String> TRACE = Set.of("return-path", "received");

    private final List<ComposedField> fields;
    private final List<BodyPart> inline = new ArrayList<>();
    private final List<BodyPart> attachments = new ArrayList<>();
    private Optional<BodyPart> text = Optional.empty();
    private Optional<BodyPart> html = Optional.empty();
    private Optional<BodyPart> content = Optional.empty();
    private boolean utf8;
    private boolean bcc;

    /** Begin a message without any field. */
    public MessageBuilder() {
        fields = new ArrayList<>();
    }

    /** Begin a message with the fields of another, but without what is in it. */
    public MessageBuilder(MessageBuilder header) {
        fields = new ArrayList<>(header.fields);
        utf8 = header.utf8;
        bcc = header.bcc;
    }

    /**
     * Add a header field. Of {@code To} and its like there is one (RFC 5322 section 3.6): further addresses join it.
     * {@code Subject} and its like, of which there is also one, are replaced.
     *
     * @throws IllegalArgumentException if it cannot be the name of a field, if the value is more than one line, if it
     *     should be addresses and is not, or if the field is written by itself, as {@code Content-Type} is
     */
    public MessageBuilder header(String name, String value) {
        if (OF_THE_CONTENT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(name + " follows from the content, and cannot be given");
        }
        add(ComposedField.of(name, value));
        return this;
    }

    /** Add an address to a field, with a display name, which may be empty. */
    public MessageBuilder address(String field, String name, String address) {
        return header(field, name.isEmpty() ? address : Phrase.quoted(name) + " <" + address + ">");
    }

    /** Remove the fields of a name. */
    public MessageBuilder without(String name) {
        fields.removeIf(field -> field.isNamed(name));
        return this;
    }

    /** Set the {@code Date}. */
    public MessageBuilder date(Instant date) {
        return header("Date", DATE.format(date.atOffset(ZoneOffset.UTC)));
    }

    /** Set the {@code text/plain} body. */
    public MessageBuilder text(String body) {
        text = Optional.of(BodyPart.text("plain", body));
        return this;
    }

    /** Set the {@code text/html} body; next to a text body it is the second alternative. */
    public MessageBuilder html(String body) {
        html = Optional.of(BodyPart.text("html", body));
        return this;
    }

    /** Add a picture or the like that the HTML shows (RFC 2387). */
    public MessageBuilder inline(BodyPart part) {
        inline.add(part);
        return this;
    }

    /** Add a file behind the bodies. */
    public MessageBuilder attach(BodyPart part) {
        attachments.add(part);
        return this;
    }

    /** Set all that is in the message; text, HTML and files do not count any more. */
    public MessageBuilder content(BodyPart whole) {
        content = Optional.of(whole);
        return this;
    }

    /** Write the header in UTF-8 (RFC 6532), for those who speak SMTPUTF8. The default is in ASCII, where possible. */
    public MessageBuilder utf8() {
        utf8 = true;
        return this;
    }

    /** Write the {@code Bcc} field, as a draft has it. The default is to leave it out. */
    public MessageBuilder withBcc() {
        bcc = true;
        return this;
    }

    /** Return whether there is a field of a name. */
    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.isNamed(name));
    }

    /** Return the addresses in {@code To}, {@code Cc} and {@code Bcc}: whom the message is for. */
    public List<String> recipients() {
        return RECIPIENTS.stream()
                .flatMap(name -> fields.stream().filter(field -> field.isNamed(name)))
                .flatMap(field -> field.addresses().stream())
                .distinct()
                .toList();
    }

    /** Return the message. */
    public Octets build() {
        try {
            Octets.Collector collector = new Octets.Collector();
            writeTo(collector);
            return collector.collected();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Write the message, piece by piece. */
    public void writeTo(OutputStream output) throws IOException {
        PartWriter body = new PartWriter(content.orElseGet(this::body));
        output.write((header() + "MIME-Version: 1.0\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(output, new Boundaries(body), utf8);
    }

    private void add(ComposedField added) {
        for (int i = 0; added.isSingle() && i < fields.size(); i++) {
            if (fields.get(i).isNamed(added.name())) {
                fields.set(i, fields.get(i).joinedBy(added));
                return;
            }
        }
        fields.add(added);
    }

    /** Return the fields, first those which the servers on the way would have put on top. */
    private String header() {
        StringBuilder header = new StringBuilder();
        fields.stream().filter(MessageBuilder::isTrace).forEach(field -> header.append(field.written(utf8)));
        fields.stream().filter(this::isOfHeader).forEach(field -> header.append(field.written(utf8)));
        return header.toString();
    }

    private boolean isOfHeader(ComposedField field) {
        return !isTrace(field) && !field.isEmpty() && (bcc || !field.isNamed("Bcc"));
    }

    private static boolean isTrace(ComposedField field) {
        return TRACE.contains(field.name().toLowerCase(Locale.ROOT));
    }

    private BodyPart body() {
        BodyPart shown = related(html.or(() -> text).orElseGet(() -> BodyPart.text("plain", "")));
        BodyPart bodies =
                text.isPresent() && html.isPresent() ? BodyPart.multipart("alternative", text.get(), shown) : shown;
        return attachments.isEmpty() ? bodies : enclosing("mixed", bodies, attachments);
    }

    private BodyPart related(BodyPart shown) {
        return inline.isEmpty()
                ? shown
                : enclosing("related", shown, inline)
                        .parameter("type", shown.type().value());
    }

    private static BodyPart enclosing(String subtype, BodyPart first, List<BodyPart> rest) {
        List<BodyPart> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return BodyPart.multipart(subtype, all.toArray(BodyPart[]::new));
    }
}

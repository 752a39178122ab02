package io.github.postfixture.mail.inbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A well-formed mail, put together piece by piece; begin with {@link InboundMail#from(String)}. Immutable: every
 * method returns a new mail.
 *
 * <p>Without further words it has a {@code Date} of now and a {@code Message-ID} of its own. Texts and names may hold
 * any character; they are encoded as RFC 2047, 2231 and 2045 say.
 */
public final class ComposedMail implements InboundMail {

    private final List<Field> fields = new ArrayList<>();
    private final List<Enclosure> enclosures = new ArrayList<>();
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();
    private Optional<Original> quoted = Optional.empty();
    private Optional<String> messageId = Optional.of("<" + UUID.randomUUID() + "@postfixture.invalid>");
    private Optional<Instant> date = Optional.of(Instant.now());

    private ComposedMail() {}

    static ComposedMail from(String sender) {
        return new ComposedMail().header("From", sender);
    }

    /** Add recipients to {@code To}. */
    public ComposedMail to(String... addresses) {
        return header("To", String.join(", ", addresses));
    }

    /** Add recipients to {@code Cc}. */
    public ComposedMail cc(String... addresses) {
        return header("Cc", String.join(", ", addresses));
    }

    /** Say where answers are to go. */
    public ComposedMail replyTo(String address) {
        return header("Reply-To", address);
    }

    /** Replace the sender. */
    public ComposedMail sender(String address) {
        return replacing("From", address);
    }

    /** Say what it is about. */
    public ComposedMail subject(String subject) {
        return replacing("Subject", subject);
    }

    /** Set the {@code text/plain} body. */
    public ComposedMail text(String body) {
        return with(mail -> mail.text = Optional.of(body));
    }

    /** Set the {@code text/html} body; next to a text body it is the second alternative. */
    public ComposedMail html(String body) {
        return with(mail -> mail.html = Optional.of(body));
    }

    /** Quote a message below the text, each line after a {@code >}, and in a {@code blockquote} below the HTML. */
    public ComposedMail quoting(Original original) {
        return with(mail -> mail.quoted = Optional.of(original));
    }

    /** Attach a file. */
    public ComposedMail attach(String name, String contentType, byte[] content) {
        return with(mail -> mail.enclosures.add(Enclosure.of(name, contentType, content)));
    }

    /** Attach a file of so many bytes, which are made up, and the same each time. */
    public ComposedMail attachGenerated(String name, String contentType, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes (" + bytes + ") must not be negative");
        }
        return with(mail -> mail.enclosures.add(Enclosure.generated(name, contentType, bytes)));
    }

    /** Add a header field; its value is encoded if need be. */
    public ComposedMail header(String name, String value) {
        if (!name.matches("[!-9;-~]+")) {
            throw new IllegalArgumentException(
                    "name (" + name + ") must be that of a header field (RFC 5322 section 2.2)");
        }
        if (value.matches("(?s).*[\\r\\n].*")) {
            throw new IllegalArgumentException("value (" + value + ") must be one line;"
                    + " a malformed mail can be had from MalformedMail or InboundMail.raw(..)");
        }
        return with(mail -> mail.fields.add(new Field(name, value)));
    }

    /** Set the {@code Message-ID}, angle brackets included; two mails may share one. */
    public ComposedMail messageId(String id) {
        return with(mail -> mail.messageId = Optional.of(id));
    }

    /** Leave the {@code Message-ID} out. */
    public ComposedMail withoutMessageId() {
        return with(mail -> mail.messageId = Optional.empty());
    }

    /** Set the {@code Date}. The default is now. */
    public ComposedMail date(Instant sent) {
        return with(mail -> mail.date = Optional.of(sent));
    }

    /** Leave the {@code Date} out. */
    public ComposedMail withoutDate() {
        return with(mail -> mail.date = Optional.empty());
    }

    @Override
    public byte[] raw() {
        return Composer.compose(this);
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    List<Enclosure> enclosures() {
        return List.copyOf(enclosures);
    }

    Optional<String> text() {
        return quoted.isPresent() && (text.isPresent() || html.isEmpty())
                ? Optional.of(Quotation.below(text.orElse(""), quoted.get()))
                : text;
    }

    Optional<String> html() {
        return quoted.isPresent() ? html.map(body -> Quotation.belowHtml(body, quoted.get())) : html;
    }

    Optional<String> messageId() {
        return messageId;
    }

    Optional<Instant> date() {
        return date;
    }

    private ComposedMail replacing(String name, String value) {
        return with(mail -> mail.fields.removeIf(field -> field.name().equalsIgnoreCase(name)))
                .header(name, value);
    }

    private ComposedMail with(Consumer<ComposedMail> change) {
        ComposedMail copy = new ComposedMail();
        copy.fields.addAll(fields);
        copy.enclosures.addAll(enclosures);
        copy.text = text;
        copy.html = html;
        copy.quoted = quoted;
        copy.messageId = messageId;
        copy.date = date;
        change.accept(copy);
        return copy;
    }
}

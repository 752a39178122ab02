package io.github.postfixture.mail.inbound;

import io.github.postfixture.mime.BodyPart;
import io.github.postfixture.mime.MessageBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * A well-formed mail, put together piece by piece; begin with {@link InboundMail#from(String)}. Immutable: every
 * method returns a new mail.
 *
 * <p>Without further words it has the {@code Date} of its making and a {@code Message-ID} of its own, which stay the
 * same: delivered twice, it is the same mail twice. Texts and names may hold any character; they are encoded as RFC
 * 2047, 2231 and 2045 say. A domain is written in ASCII (RFC 5890), and only a local part beyond ASCII in UTF-8 (RFC
 * 6532).
 */
public final class ComposedMail implements InboundMail {

    private final Identification identity = Identification.next();
    private final MessageBuilder header;
    private final List<BodyPart> files = new ArrayList<>();
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();
    private Optional<MailSource> quoted = Optional.empty();
    private boolean anonymous;
    private boolean undated;

    private ComposedMail(MessageBuilder header) {
        this.header = header;
    }

    static ComposedMail from(String sender) {
        return new ComposedMail(new MessageBuilder().withBcc()).header("From", sender);
    }

    /**
     * Add recipients to {@code To}, such as {@code help@example.org} or {@code Help <help@example.org>}; of several
     * calls there is one field (RFC 5322 section 3.6).
     *
     * @throws IllegalArgumentException if they are no addresses
     */
    public ComposedMail to(String... addresses) {
        return header("To", String.join(", ", addresses));
    }

    /**
     * Add recipients to {@code Cc}; of several calls there is one field.
     *
     * @throws IllegalArgumentException if they are no addresses
     */
    public ComposedMail cc(String... addresses) {
        return header("Cc", String.join(", ", addresses));
    }

    /**
     * Say where answers are to go; of several calls there is one field.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public ComposedMail replyTo(String address) {
        return header("Reply-To", address);
    }

    /**
     * Replace the address of the {@code From} field; the sender of the envelope is another matter.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public ComposedMail sender(String address) {
        return with(mail -> mail.header.without("From").header("From", oneLine(address)));
    }

    /**
     * Say what it is about.
     *
     * @throws IllegalArgumentException if it has a line break
     */
    public ComposedMail subject(String subject) {
        return header("Subject", subject);
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
    public ComposedMail quoting(MailSource original) {
        return with(mail -> mail.quoted = Optional.of(original));
    }

    /**
     * Attach a file.
     *
     * @param name its name; empty for none
     * @param contentType its media type, such as {@code application/pdf} or {@code text/csv; charset=utf-8}
     * @throws IllegalArgumentException if it is no media type (RFC 2045 section 5.1), or if the name has control
     *     characters
     */
    public ComposedMail attach(String name, String contentType, byte[] content) {
        byte[] copy = content.clone();
        return attach(BodyPart.of(contentType, output -> output.write(copy)).attachment(name));
    }

    /**
     * Attach a file of so many bytes, which are made up, and the same each time; they are made as they are written, and
     * never kept.
     *
     * @throws IllegalArgumentException as {@link #attach(String, String, byte[])} does, and if the count is negative
     */
    public ComposedMail attachGenerated(String name, String contentType, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes (" + bytes + ") must not be negative");
        }
        return attach(BodyPart.of(contentType, output -> new GeneratedBytes(bytes).transferTo(output))
                .attachment(name));
    }

    /**
     * Add a header field; its value is encoded if need be. Of a field that a mail has once (RFC 5322 section 3.6),
     * addresses are added and any other value is replaced.
     *
     * @throws IllegalArgumentException if it is no name of a field, if the value has a line break, if it should be
     *     addresses and is not, or if the field follows from the content, as {@code Content-Type} does
     */
    public ComposedMail header(String name, String value) {
        return with(mail -> mail.header.header(name, oneLine(value)));
    }

    /**
     * Set the {@code Message-ID}, angle brackets included; two mails may share one.
     *
     * @throws IllegalArgumentException if it has a line break
     */
    public ComposedMail messageId(String id) {
        return header("Message-ID", id);
    }

    /** Leave the {@code Message-ID} out. */
    public ComposedMail withoutMessageId() {
        return with(mail -> {
            mail.header.without("Message-ID");
            mail.anonymous = true;
        });
    }

    /** Set the {@code Date}. The default is the time at which this mail was made. */
    public ComposedMail date(Instant sent) {
        return with(mail -> mail.header.date(sent));
    }

    /** Leave the {@code Date} out. */
    public ComposedMail withoutDate() {
        return with(mail -> {
            mail.header.without("Date");
            mail.undated = true;
        });
    }

    @Override
    public byte[] raw() {
        return message().build().toByteArray();
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
        message().writeTo(output);
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL, since = "0.1")
    public InboundMail dated(InstantSource clock) {
        boolean hasDate = undated || header.has("Date");
        return hasDate || clock.equals(InstantSource.system())
                ? this
                : identity.by(clock).on(this);
    }

    /** Return its header, ready for another content. */
    MessageBuilder header() {
        MessageBuilder complete = new MessageBuilder(header);
        if (!undated && !complete.has("Date")) {
            complete.date(identity.date());
        }
        if (!anonymous && !complete.has("Message-ID")) {
            complete.header("Message-ID", identity.messageId());
        }
        return complete;
    }

    /** Return its text, with what it quotes. */
    Optional<String> text() {
        return quoted.isPresent() && (text.isPresent() || html.isEmpty())
                ? Optional.of(Quotation.below(text.orElse(""), quoted.get()))
                : text;
    }

    private Optional<String> html() {
        return quoted.isPresent() ? html.map(body -> Quotation.belowHtml(body, quoted.get())) : html;
    }

    MessageBuilder message() {
        MessageBuilder message = header();
        text().ifPresent(message::text);
        html().ifPresent(message::html);
        files.forEach(message::attach);
        return message;
    }

    private ComposedMail attach(BodyPart file) {
        return with(mail -> mail.files.add(file));
    }

    private ComposedMail with(Consumer<ComposedMail> change) {
        ComposedMail copy = new ComposedMail(new MessageBuilder(header));
        copy.files.addAll(files);
        copy.text = text;
        copy.html = html;
        copy.quoted = quoted;
        copy.anonymous = anonymous;
        copy.undated = undated;
        change.accept(copy);
        return copy;
    }

    private static String oneLine(String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("value (" + value + ") must be one line;"
                    + " a malformed mail can be had from MalformedMail or InboundMail.raw(..)");
        }
        return value;
    }
}

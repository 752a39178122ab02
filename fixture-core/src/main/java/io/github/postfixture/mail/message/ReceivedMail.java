package io.github.postfixture.mail.message;

import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Printable;
import io.github.postfixture.ical.CalendarPart;
import io.github.postfixture.ical.Invitation;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.lint.Finding;
import io.github.postfixture.mime.HeaderField;
import io.github.postfixture.mime.MailDate;
import io.github.postfixture.mime.Message;
import io.github.postfixture.mime.MessageIds;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.page.BrowsingSession;
import io.github.postfixture.page.Html;
import io.github.postfixture.page.Link;
import io.github.postfixture.page.Page;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * A message that a {@link io.github.postfixture.mail.MailServer} accepted: its bytes as they came, its envelope, and what a reader sees.
 *
 * <p>There is one per message, however many recipients it has. It is parsed when it is first asked for something that
 * is not in its bytes or its envelope, and then once. Malformed parts are read as well as they can be; no method
 * throws for them. Immutable, and safe for use by several threads.
 */
public final class ReceivedMail implements AssertProvider<ReceivedMailAssert>, EventDetail, MailSource {

    private static final int MOST_ATTACHMENTS = 3;

    private final int number;
    private final Envelope envelope;
    private final Octets octets;
    private final Instant receivedAt;
    private final Transcript transcript;
    private final ConnectionPolicy allowed;
    private final Message message;
    private final Lazy<List<Attachment>> attachments;

    /**
     * Wrap a message that a server has stored.
     *
     * @param allowed where its links may lead
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public ReceivedMail(
            int number,
            Envelope envelope,
            Octets octets,
            Instant receivedAt,
            Transcript transcript,
            ConnectionPolicy allowed) {
        this.allowed = allowed;
        this.number = number;
        this.envelope = envelope;
        this.octets = octets;
        this.receivedAt = receivedAt;
        this.transcript = transcript;
        message = Message.of(octets);
        attachments = new Lazy<>(() -> AttachedFiles.of(this, allowed));
    }

    /**
     * Take the bytes of a message that no server received, such as those of a file or of a provider's API, to look at it
     * with the same assertions. Its envelope is empty, and it was received at the epoch. Nothing is read before it is
     * asked for, and a malformed message is read as well as it can be.
     */
    public static ReceivedMail parse(byte[] message) {
        return withoutEnvelope(Octets.of(message), Instant.EPOCH);
    }

    /**
     * Take a message in UTF-8, as a test writes it: its lines may end in LF alone, which is taken for CRLF. See
     * {@link #parse(byte[])}.
     */
    public static ReceivedMail parse(String message) {
        String lines = message.replace("\r\n", "\n").replace("\n", "\r\n");
        return parse(lines.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Take the message in a file, such as {@code order.eml}, as it is. See {@link #parse(byte[])}.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static ReceivedMail parse(Path eml) {
        try (InputStream input = Files.newInputStream(eml)) {
            return parse(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Take the message that a stream holds, such as a resource of the class path, up to its end; the stream is not closed.
     * See {@link #parse(byte[])}.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static ReceivedMail parse(InputStream message) {
        try {
            return withoutEnvelope(Octets.read(message), Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return a message that came in another way than to a server. */
    static ReceivedMail withoutEnvelope(Octets octets, Instant receivedAt) {
        return withoutEnvelope(octets, receivedAt, ConnectionPolicy.LOCAL);
    }

    /**
     * Return a message that came in another way than to a server.
     *
     * @param allowed where its links may lead
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static ReceivedMail withoutEnvelope(Octets octets, Instant receivedAt, ConnectionPolicy allowed) {
        return new ReceivedMail(0, Envelope.NONE, octets, receivedAt, new Transcript(), allowed);
    }

    /** Return its place among the messages of its server; the first is number 1. */
    public int number() {
        return number;
    }

    /** Return who sent it to whom, and how, whatever its headers say. */
    public Envelope envelope() {
        return envelope;
    }

    @Override
    public String returnPath() {
        return envelope.sender();
    }

    @Override
    public List<String> recipients() {
        return envelope.recipients();
    }

    /** Return when its last byte had been read. */
    @Override
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Return a copy of the bytes that were sent, untouched. */
    @Override
    public byte[] raw() {
        return octets.toByteArray();
    }

    /** Return how many bytes were sent. */
    public long size() {
        return octets.length();
    }

    /** Return the dialogue that brought it, one line an element, with passwords masked. */
    public List<String> transcript() {
        return transcript.lines();
    }

    /** Return the value of the first header field of that name, unfolded and decoded (RFC 2047). */
    @Override
    public Optional<String> header(String name) {
        return message.header().text(name);
    }

    /** Return the values of all header fields of that name, unfolded and decoded (RFC 2047), in order. */
    public List<String> headers(String name) {
        return message.header().texts(name);
    }

    /** Return the names of all header fields, in order. */
    public List<String> headerNames() {
        return message.header().fields().stream().map(HeaderField::name).toList();
    }

    /** Return the values of all header fields of that name as they were sent, folded and encoded, in order. */
    public List<String> rawHeaders(String name) {
        return message.header().fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::raw)
                .toList();
    }

    /** Return the decoded subject; empty if there is none. */
    @Override
    public String subject() {
        return header("Subject").orElse("");
    }

    /** Return the addresses in {@code From}. */
    public List<MailAddress> from() {
        return addresses("From");
    }

    /** Return the addresses in {@code To}. */
    public List<MailAddress> to() {
        return addresses("To");
    }

    /** Return the addresses in {@code Cc}. */
    public List<MailAddress> cc() {
        return addresses("Cc");
    }

    /** Return the addresses in {@code Reply-To}. */
    public List<MailAddress> replyTo() {
        return addresses("Reply-To");
    }

    /** Return the {@code Message-ID}, without white space around it; empty if there is none. */
    public String messageId() {
        return ids("Message-ID").stream()
                .findFirst()
                .or(() -> message.header().value("Message-ID"))
                .orElse("");
    }

    /** Return the message ids in {@code References} and {@code In-Reply-To}, each once (RFC 5322 section 3.6.4). */
    public List<String> references() {
        return ids("References", "In-Reply-To");
    }

    /** Return when it was written, by its {@code Date} (RFC 5322 section 3.3); nothing if that cannot be read. */
    public Optional<OffsetDateTime> date() {
        return message.header().value("Date").flatMap(MailDate::parse).map(MailDate::dateTime);
    }

    /** Return how its parts lie in each other. */
    public MailStructure structure() {
        return MailStructure.of(message.root());
    }

    /** Return its defects; those that are found first stand first. */
    public List<Finding> findings() {
        return ReferenceLint.of(this);
    }

    /** Return whether there is a {@code text/plain} body. */
    @Override
    public boolean hasText() {
        return !message.bodyParts().text().isEmpty();
    }

    /** Return whether there is a {@code text/html} body. */
    public boolean hasHtml() {
        return !message.bodyParts().html().isEmpty();
    }

    /**
     * Return the {@code text/plain} body, decoded.
     *
     * @throws AssertionError if there is none; it says which parts there are
     */
    @Override
    public String text() {
        return message.bodyParts().plainText().orElseThrow(() -> noBody("text/plain"));
    }

    /**
     * Return the {@code text/html} body, decoded; its links can be followed.
     *
     * @throws AssertionError if there is none; it says which parts there are
     */
    public Html html() {
        return message.bodyParts()
                .markup()
                .map(markup -> Html.of(markup, session()))
                .orElseThrow(() -> noBody("text/html"));
    }

    /**
     * Return what one of its alternatives says, decoded, such as that of type {@code text/x-amp-html}, which is neither
     * body nor attachment.
     *
     * @throws AssertionError if there is none of that type; it says which parts there are
     */
    public String alternative(String type) {
        return message.bodyParts().leaves().stream()
                .filter(part -> part.declaredType().name().equalsIgnoreCase(type))
                .findFirst()
                .map(MimePart::text)
                .orElseThrow(() -> lacking("a " + type + " alternative", "part", types()));
    }

    /**
     * Return what comes with the body, in order: files, images that the HTML shows, calendars, signatures. Which of them
     * are files to a reader, {@link Attachment#isFile()} says.
     */
    public List<Attachment> attachments() {
        return attachments.get();
    }

    /**
     * Return the attachment of that name.
     *
     * @throws AssertionError if there is none; it lists the attachments
     */
    public Attachment attachment(String name) {
        return attachments().stream()
                .filter(attachment -> attachment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> lacking("an attachment named " + name, "attachment", attachments()));
    }

    /** Return the links of the HTML body, or of the text body if there is no HTML. */
    public List<Link> links() {
        return clickable().links();
    }

    /**
     * Return the link with that text; in a message without HTML, the text of a link is its address.
     *
     * @throws AssertionError if there is no such link, or more than one with different targets; it lists the links
     */
    public Link link(String text) {
        return clickable().link(text);
    }

    /**
     * Return the one-time code that it asks its reader to type, without spaces and dashes: the only one in a sentence that
     * speaks of a code, or else the only number of four to eight digits.
     *
     * <p>Digits may stand in groups ({@code 123 456}) or each in a cell of its own, and capitals among them
     * ({@code A1B-2C3}). Addresses, dates, sums of money, telephone numbers, times such as 1440 minutes, and, in the
     * sentence that speaks of a code, numbers of orders, invoices, accounts and the like are no codes.
     *
     * @throws AssertionError if there is none, or more than one; it lists them
     */
    public String code() {
        return OneTimeCode.in(this);
    }

    /**
     * Return the only text that matches, or its first group if the pattern has one.
     *
     * @throws AssertionError if there is none, or more than one; it lists them
     */
    public String code(Pattern pattern) {
        return OneTimeCode.in(this, pattern);
    }

    /**
     * Return the meeting that it invites to, answers or calls off, by its {@code text/calendar} part (RFC 6047), or else its
     * {@code application/ics} part.
     *
     * @throws AssertionError if there is no such part, or it holds no event
     */
    public Invitation invitation() {
        return Stream.of("text/calendar", "application/ics")
                .flatMap(type ->
                        attachments().stream().filter(part -> part.contentType().equals(type)))
                .findFirst()
                .map(part -> Invitation.of(new CalendarPart(
                        part.text(),
                        part.parameter("method"),
                        part.parameter("charset"),
                        structure().contains(part.contentType(), "multipart/alternative"))))
                .orElseThrow(() -> noBody("text/calendar"));
    }

    /**
     * Unsubscribe with one click, as a mail reader does: post to the web address in {@code List-Unsubscribe} (RFC 8058).
     *
     * @throws AssertionError if there is no such address
     */
    public Page unsubscribe() {
        return Unsubscribing.click(this);
    }

    /** Return a new Jakarta Mail message of the same bytes, in a session of its own. */
    public MimeMessage toMimeMessage() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), octets.stream());
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read a message from memory", e);
        }
    }

    @Override
    public ReceivedMailAssert assertThat() {
        return new ReceivedMailAssert(this);
    }

    /**
     * Return the same as {@link #toString()}, and its first attachments with their types and sizes.
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    public String line() {
        String files = attachments().stream()
                .limit(MOST_ATTACHMENTS)
                .map(Attachment::toString)
                .collect(Collectors.joining(", "));
        return files.isEmpty() ? toString() : this + ", with " + files;
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    public EventCard card(Event event) {
        return MailCard.of(this);
    }

    /** Return the envelope, if it has one, and the subject in one line. */
    @Override
    public String toString() {
        String sender = envelope.sender().isEmpty() ? "<>" : envelope.sender();
        String way = envelope.equals(Envelope.NONE) ? "" : " from " + sender + " to " + envelope.recipients();
        return Printable.line("mail" + way + " with subject \"" + subject() + "\"");
    }

    /**
     * Return the bytes that were sent, untouched.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Octets octets() {
        return octets;
    }

    Transcript dialogue() {
        return transcript;
    }

    Message message() {
        return message;
    }

    /** Return the message ids in these fields, each once. */
    List<String> ids(String... names) {
        return MessageIds.in(Stream.of(names)
                .flatMap(name -> message.header().values(name).stream())
                .toList());
    }

    /** Return the media types of all parts that are not made of parts, in order. */
    List<String> types() {
        return message.bodyParts().leaves().stream()
                .map(leaf -> leaf.declaredType().name())
                .toList();
    }

    /** Return the addresses in all fields of a name, those of groups too; what is no address is kept as it is. */
    List<MailAddress> addresses(String name) {
        return MailAddress.all(message.header().addresses(name));
    }

    AssertionError noBody(String type) {
        return lacking("a " + type + " body", "part", types());
    }

    /** Return how this fails: what it should have, and what there is instead. */
    private AssertionError lacking(String expectation, String noun, List<?> found) {
        return FailureMessage.lacking(expectation, noun, found).on(this).error();
    }

    /** Begin a walk to where links of this mail may lead. */
    BrowsingSession session() {
        return Page.session().allowing(allowed);
    }

    private Html clickable() {
        return hasHtml() || !hasText() ? html() : TextLinks.in(text(), session());
    }
}

package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.mail.inbound.Original;
import io.github.postfixture.mail.lint.Finding;
import io.github.postfixture.net.ConnectionPolicy;
import io.github.postfixture.net.Octets;
import io.github.postfixture.net.Transcript;
import io.github.postfixture.page.Html;
import io.github.postfixture.page.Page;
import io.github.postfixture.page.Walk;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AssertProvider;

/**
 * A message that a {@link MailServer} accepted: its bytes as they came, its envelope, and what a reader sees.
 *
 * <p>There is one per message, however many recipients it has. It is parsed when it is first asked for something that
 * is not in its bytes or its envelope, and then once. Malformed parts are read as well as they can be; no method
 * throws for them. Immutable, and safe for use by several threads.
 */
public final class ReceivedMail implements AssertProvider<ReceivedMailAssert>, Original, Reading {

    private final int number;
    private final Envelope envelope;
    private final Octets octets;
    private final Instant receivedAt;
    private final Transcript transcript;
    private final ConnectionPolicy allowed;
    private final Lazy<ParsedMail> parsed;
    private volatile boolean seen;

    ReceivedMail(
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
        parsed = new Lazy<>(() -> ParsedMail.of(octets));
    }

    /** Return a message that came in another way than to a server. */
    static ReceivedMail withoutEnvelope(Octets octets, Instant receivedAt) {
        return withoutEnvelope(octets, receivedAt, ConnectionPolicy.LOCAL);
    }

    static ReceivedMail withoutEnvelope(Octets octets, Instant receivedAt, ConnectionPolicy allowed) {
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
        return headers(name).stream().findFirst();
    }

    /** Return the values of all header fields of that name, unfolded and decoded (RFC 2047), in order. */
    public List<String> headers(String name) {
        return parsedHeaders().values(name);
    }

    /** Return the names of all header fields, in order. */
    public List<String> headerNames() {
        return parsedHeaders().names();
    }

    /** Return the values of all header fields of that name as they were sent, folded and encoded, in order. */
    public List<String> rawHeaders(String name) {
        return parsedHeaders().rawValues(name);
    }

    /** Return the decoded subject; empty if there is none. */
    @Override
    public String subject() {
        return header("Subject").orElse("");
    }

    /** Return the addresses in {@code From}. */
    public List<MailAddress> from() {
        return parsedHeaders().addresses("From");
    }

    /** Return the addresses in {@code To}. */
    public List<MailAddress> to() {
        return parsedHeaders().addresses("To");
    }

    /** Return the addresses in {@code Cc}. */
    public List<MailAddress> cc() {
        return parsedHeaders().addresses("Cc");
    }

    /** Return the addresses in {@code Reply-To}. */
    public List<MailAddress> replyTo() {
        return parsedHeaders().addresses("Reply-To");
    }

    /** Return the {@code Message-ID}, without white space around it; empty if there is none. */
    public String messageId() {
        return header("Message-ID").orElse("").strip();
    }

    /** Return the message ids in {@code References} and {@code In-Reply-To}, each once (RFC 5322 section 3.6.4). */
    public List<String> references() {
        return MessageIds.in(Stream.of("References", "In-Reply-To")
                .flatMap(name -> headers(name).stream())
                .toList());
    }

    /** Return when it was written, by its {@code Date} (RFC 5322 section 3.3); nothing if that cannot be read. */
    public Optional<OffsetDateTime> date() {
        return header("Date").flatMap(MailDate::parse);
    }

    /** Return how its parts lie in each other. */
    public MailStructure structure() {
        return content().structure();
    }

    /** Return its defects; those that are found first stand first. */
    public List<Finding> findings() {
        return PartLint.of(this);
    }

    /** Return whether there is a {@code text/plain} body. */
    @Override
    public boolean hasText() {
        return content().text().isPresent();
    }

    /** Return whether there is a {@code text/html} body. */
    public boolean hasHtml() {
        return content().html().isPresent();
    }

    /**
     * Return the {@code text/plain} body, decoded.
     *
     * @throws AssertionError if there is none; it says which parts there are
     */
    @Override
    public String text() {
        return content().text().orElseThrow(() -> noBody("text/plain"));
    }

    /**
     * Return the {@code text/html} body, decoded; its links can be followed.
     *
     * @throws AssertionError if there is none; it says which parts there are
     */
    public Html html() {
        return content().html().map(markup -> Html.of(markup, walk())).orElseThrow(() -> noBody("text/html"));
    }

    @Override
    public List<Attachment> attachments() {
        return content().attachments();
    }

    /** Return a new Jakarta Mail message of the same bytes, in a session of its own. */
    public MimeMessage toMimeMessage() {
        return ParsedMail.parse(octets);
    }

    @Override
    public ReceivedMailAssert assertThat() {
        return new ReceivedMailAssert(this);
    }

    /** Return the envelope and the subject in one line. */
    @Override
    public String toString() {
        String sender = envelope.sender().isEmpty() ? "<>" : envelope.sender();
        return "mail from " + sender + " to " + envelope.recipients() + " with subject \"" + subject() + "\"";
    }

    /** Take note that somebody has looked at it. */
    void markSeen() {
        seen = true;
    }

    boolean isSeen() {
        return seen;
    }

    Octets octets() {
        return octets;
    }

    MailHeaders parsedHeaders() {
        return parsed.get().headers();
    }

    MimeContent content() {
        return parsed.get().content();
    }

    AssertionError noBody(String type) {
        return lacking(
                "to have a " + type + " body", "but its parts are", content().types());
    }

    /** Return how this fails: what it should have, and what there is instead. */
    AssertionError lacking(String expectation, String instead, List<?> found) {
        return new AssertionError(
                "Expecting:%n  %s%n%s%n%s:%n%s".formatted(this, expectation, instead, Listing.of(found)));
    }

    /** Begin a walk to where links of this mail may lead. */
    Walk walk() {
        return Page.walk().allowing(allowed);
    }
}

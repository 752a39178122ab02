package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.explanation.TextAssert;
import io.github.postfixture.explanation.WantedField;
import io.github.postfixture.ical.InvitationAssert;
import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.mail.dkim.DkimVerdict;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.lint.Finding;
import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.mail.smime.SmimeSignature;
import io.github.postfixture.mime.AddressSpec;
import io.github.postfixture.net.domain.DomainName;
import io.github.postfixture.page.HtmlAssert;
import io.github.postfixture.page.Link;
import io.github.postfixture.page.LinkAssert;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractOffsetDateTimeAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on a {@link ReceivedMail}. A check returns this assertion; a part, such as {@link #subject()}, goes on
 * to AssertJ's own assertion on that part.
 *
 * <p>Addresses compare without regard to case, and the same in every spelling: with or without quotes, and with a domain
 * in Unicode or in ASCII. Every check fails with an {@link AssertionError} that shows what there
 * was instead.
 */
public class ReceivedMailAssert extends AbstractExplainedAssert<ReceivedMailAssert, ReceivedMail> {

    private static final String AUTO_SUBMITTED = "Auto-Submitted";

    ReceivedMailAssert(ReceivedMail actual) {
        super(actual, ReceivedMailAssert.class);
    }

    /** Verify that the decoded subject is this. */
    public ReceivedMailAssert hasSubject(String expected) {
        return verify("the subject", expected, actual.subject());
    }

    /** Verify that {@code From} holds this address and no other. */
    public ReceivedMailAssert isFrom(String address) {
        return hasExactly("From", actual.from(), address);
    }

    /** Verify that {@code To} holds these addresses and no others, in any order; those of groups count. */
    public ReceivedMailAssert isTo(String... addresses) {
        return hasExactly("To", actual.to(), addresses);
    }

    /** Verify that {@code Cc} holds these addresses and no others, in any order. */
    public ReceivedMailAssert hasCc(String... addresses) {
        return hasExactly("Cc", actual.cc(), addresses);
    }

    /** Verify that {@code Reply-To} holds these addresses and no others, in any order. */
    public ReceivedMailAssert hasReplyTo(String... addresses) {
        return hasExactly("Reply-To", actual.replyTo(), addresses);
    }

    /** Verify that a header has a group of that name with these members and no others (RFC 5322 section 3.4). */
    public ReceivedMailAssert hasGroup(String header, String name, String... members) {
        Map<String, List<MailAddress>> groups =
                MailAddress.groups(actual.message().header().addresses(header));
        if (!groups.containsKey(name)) {
            throw lacking("a group " + name + " in " + header, "group", groups.keySet());
        }
        return hasExactly("group " + name + " in " + header, groups.get(name), members);
    }

    /** Verify that the envelope names these recipients and no others, in any order; {@code Bcc} is among them. */
    public ReceivedMailAssert hasRecipients(String... addresses) {
        return verifyAddresses("the recipients", actual.envelope().recipients(), addresses);
    }

    /** Verify that the envelope names this sender (RFC 5321 {@code MAIL FROM}); empty for the null sender of a bounce. */
    public ReceivedMailAssert hasSender(String address) {
        String found = actual.envelope().sender();
        if (!AddressSpec.isSame(address, found)) {
            throw differing("the envelope sender", address, found);
        }
        return myself;
    }

    /** Verify that the envelope names this recipient, and none of {@code To}, {@code Cc} and {@code Bcc} does. */
    public ReceivedMailAssert isBlindCopiedTo(String address) {
        Stream.of("To", "Cc", "Bcc")
                .filter(header -> isAmong(addresses(header), address))
                .findFirst()
                .ifPresent(header -> {
                    throw failing(address + " to be hidden from the other recipients", "it is visible in " + header);
                });
        List<String> recipients = actual.envelope().recipients();
        if (!isAmong(recipients, address)) {
            throw lacking("a blind copy to " + address, "recipient", recipients);
        }
        return myself;
    }

    /** Verify that there is a header field of that name. */
    public ReceivedMailAssert containsHeader(String name) {
        if (actual.headers(name).isEmpty()) {
            throw lacking("a header " + name, "header", WantedField.nearestFirst(name, actual.headerNames()));
        }
        return myself;
    }

    /** Verify that there is no header field of that name. */
    public ReceivedMailAssert doesNotContainHeader(String name) {
        return verifyNone("no header " + name, fields(name));
    }

    /** Verify that one header field of that name has this value, unfolded and decoded. */
    public ReceivedMailAssert hasHeader(String name, String value) {
        List<String> found = actual.headers(name);
        if (!found.contains(value)) {
            throw failing(new WantedField(name, value).among(fields()));
        }
        return myself;
    }

    /** Verify that every header that says a priority says this; a mail without one is of normal priority. */
    public ReceivedMailAssert hasPriority(MailPriority expected) {
        List<Map.Entry<String, String>> fields = MailPriority.fields(actual);
        boolean said = fields.isEmpty()
                ? expected == MailPriority.NORMAL
                : fields.stream().allMatch(field -> expected.isMeantBy(field.getValue()));
        if (!said) {
            List<String> words = fields.stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .toList();
            throw failing(
                    "the priority to be " + expected,
                    words.isEmpty() ? "no header says one" : "it has " + String.join(", ", words));
        }
        return myself;
    }

    /** Verify that it answers this mail: {@code In-Reply-To} and {@code References} name it (RFC 5322 section 3.6.4). */
    public ReceivedMailAssert isReplyTo(MailSource other) {
        containsId("In-Reply-To", other);
        return containsId("References", other);
    }

    /** Verify that it names this mail, or one that this mail names, in {@code References} or {@code In-Reply-To}. */
    public ReceivedMailAssert isInThreadOf(MailSource other) {
        List<String> thread = Stream.of("Message-ID", "References", "In-Reply-To")
                .flatMap(header -> ids(header, other))
                .distinct()
                .toList();
        if (actual.references().stream().noneMatch(thread::contains)) {
            throw failing(
                    "a mail in the thread of " + String.join(" ", thread),
                    actual.references().isEmpty()
                            ? "it refers to no mail"
                            : "it refers to " + String.join(" ", actual.references()));
        }
        return myself;
    }

    /** Go on to the decoded subject. */
    public AbstractStringAssert<?> subject() {
        return Assertions.assertThat(actual.subject())
                .as("subject of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the addresses in {@code From}; each has a name, a local part, a tag and a domain. */
    public ListAssert<MailAddress> from() {
        return Assertions.assertThat(actual.from())
                .as("From of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the addresses in {@code To}, those of groups included. */
    public ListAssert<MailAddress> to() {
        return Assertions.assertThat(actual.to())
                .as("To of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the date, with its zone; fail if there is none that can be read. */
    public AbstractOffsetDateTimeAssert<?> date() {
        return Assertions.assertThat(actual.date()
                        .orElseThrow(() -> lacking("a Date that can be read", "Date", actual.headers("Date"))))
                .as("date of %s", actual);
    }

    /** Go on to the values of a header, unfolded and decoded. */
    public ListAssert<String> headers(String name) {
        return Assertions.assertThat(actual.headers(name))
                .as("header %s of %s", name, actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the values of a header as they were sent, folded and encoded. */
    public ListAssert<String> rawHeaders(String name) {
        return Assertions.assertThat(actual.rawHeaders(name))
                .as("raw header %s of %s", name, actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Verify that it meets the criteria. */
    public ReceivedMailAssert meets(MailCriteria criteria) {
        criteria.criteria().firstDifference(actual).ifPresent(wanted -> {
            throw failing("a mail " + wanted, "was one " + wanted.found(actual));
        });
        return this;
    }

    /**
     * Verify the text of the {@code text/plain} body. A line break at its end does not count, nor whether lines end in CR LF
     * or in LF.
     */
    public ReceivedMailAssert hasText(String text) {
        String found = TextAssert.compared(actual.text());
        String wanted = TextAssert.compared(text);
        if (!found.equals(wanted)) {
            throw failing(
                    FailureMessage.differing("the text", wanted, found)
                            .with(CharsetNotes.lines(
                                    actual.message().bodyParts().text())),
                    wanted,
                    found);
        }
        return this;
    }

    /** Verify that there is a {@code text/plain} body whose text contains this. */
    public ReceivedMailAssert hasTextContaining(String part) {
        if (!new TextAssert(actual.text()).hasPart(part)) {
            throw failing(FailureMessage.notContaining("the text", part, TextAssert.compared(actual.text()))
                    .with(CharsetNotes.lines(actual.message().bodyParts().text())));
        }
        return this;
    }

    /** Verify that there is an attachment of that name. */
    public ReceivedMailAssert hasAttachment(String name) {
        attachment(name);
        return this;
    }

    /**
     * Verify that there is no file for its reader to save; images that the HTML shows, calendars among alternatives and
     * signatures are none. See {@link Attachment#isFile()}.
     */
    public ReceivedMailAssert hasNoAttachments() {
        return verifyNone(
                "no attachments",
                actual.attachments().stream().filter(Attachment::isFile).toList());
    }

    /** Verify that there is one link with that text, and no other with another target. */
    public ReceivedMailAssert hasLink(String text) {
        actual.link(text);
        return this;
    }

    /** Verify how its parts lie in each other, by their types. */
    public ReceivedMailAssert hasStructure(MailStructure expected) {
        return verify("the structure", expected, actual.structure());
    }

    /** Verify that it has none of the defects in {@link MailDefect}; list all that it has. */
    public ReceivedMailAssert isWellFormed() {
        return isWellFormedExceptFor();
    }

    /** Verify that it has none of the defects in {@link MailDefect} but these; list all that it has. */
    public ReceivedMailAssert isWellFormedExceptFor(MailDefect... allowed) {
        Set<MailDefect> tolerated = Set.copyOf(Arrays.asList(allowed));
        List<Finding> findings = actual.findings().stream()
                .filter(finding -> !tolerated.contains(finding.defect()))
                .toList();
        return verifyNone("a well-formed mail", findings);
    }

    /**
     * Verify that it is the same as an approved file, but for dates, message and content ids, and boundaries. If it is
     * not, or there is no such file, the mail is written beside it with {@code .received} in its name; to approve it,
     * rename it.
     */
    public ReceivedMailAssert matchesApproved(Path file) {
        ApprovedMail approved = new ApprovedMail(file);
        String received = ApprovedMail.scrubbed(actual);
        if (!approved.text().equals(received)) {
            Path instead = approved.keep(received);
            throw failing(
                    FailureMessage.expected("the mail to be as approved in " + file, approved.firstDifference(received))
                            .with("What was received is in:\n  " + instead),
                    approved.text(),
                    received);
        }
        approved.forget();
        return this;
    }

    /** Verify that it came on an encrypted connection. */
    public ReceivedMailAssert wasSentOverTls() {
        if (actual.envelope().tls().isEmpty()) {
            throw failing(FailureMessage.expected("a mail that was sent over TLS", "it was sent in the clear")
                    .with("The dialogue was", actual.transcript()));
        }
        return this;
    }

    /** Verify that its client authenticated as this identity. */
    public ReceivedMailAssert wasSentBy(String identity) {
        return verify(
                "the authenticated user", identity, actual.envelope().identity().orElse("nobody"));
    }

    /**
     * Go on to the {@code text/plain} body; fail if there is none. The line break at its end is left out, and lines end in
     * LF; what it is compared with is read the same way.
     */
    public AbstractStringAssert<?> text() {
        return new TextAssert(actual.text())
                .as(() -> "text of " + actual
                        + CharsetNotes.afterSubject(actual.message().bodyParts().text()))
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the {@code text/html} body; fail if there is none. */
    public HtmlAssert html() {
        return part(actual.html().assertThat());
    }

    /** Go on to what text and HTML say together. */
    public MailBodyAssert body() {
        return new MailBodyAssert(actual);
    }

    /** Go on to the attachments. */
    public ListAssert<Attachment> attachments() {
        return Assertions.assertThat(actual.attachments()).as("attachments of %s", actual);
    }

    /** Go on to the attachment of that name; fail if there is none. */
    public AttachmentAssert attachment(String name) {
        return part(actual.attachment(name).assertThat());
    }

    /** Go on to an attachment by its place, the first being 0; fail if there is none. */
    public AttachmentAssert attachment(int index) {
        List<Attachment> attachments = actual.attachments();
        if (index >= attachments.size()) {
            throw lacking("an attachment at " + index, "attachment", attachments);
        }
        return part(attachments.get(index).assertThat());
    }

    /** Go on to the first attachment of that media type; fail if there is none. */
    public AttachmentAssert attachmentOfType(String type) {
        return part(actual.attachments().stream()
                .filter(part -> part.contentType().equalsIgnoreCase(type))
                .findFirst()
                .orElseThrow(() -> lacking("an attachment of type " + type, "attachment", actual.attachments()))
                .assertThat());
    }

    /** Go on to the link with that text; fail if there is none. */
    public LinkAssert link(String text) {
        return part(actual.link(text).assertThat());
    }

    /** Go on to the only link whose target matches; fail if there is none, or more than one. */
    public LinkAssert linkMatching(Pattern target) {
        List<Link> links = actual.links().stream()
                .filter(link -> target.matcher(link.uri().toString()).find())
                .toList();
        if (links.size() != 1) {
            throw lacking("one link that matches " + target, "link", actual.links());
        }
        return part(links.get(0).assertThat());
    }

    /** Go on to the links. */
    public ListAssert<Link> links() {
        return Assertions.assertThat(actual.links())
                .as("links of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the one-time code that its reader is to type; see {@link ReceivedMail#code()}. */
    public AbstractStringAssert<?> code() {
        return Assertions.assertThat(actual.code())
                .as("code of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the envelope. */
    public EnvelopeAssert envelope() {
        return part(actual.envelope().assertThat());
    }

    /** Go on to the dialogue that brought it, one line an element. */
    public ListAssert<String> transcript() {
        return Assertions.assertThat(actual.transcript()).as("transcript of %s", actual);
    }

    /** Verify that it says that no person wrote it: {@code Auto-Submitted}, other than {@code no} (RFC 3834). */
    public ReceivedMailAssert isAutoSubmitted() {
        return isAutomatic() ? myself : failOnAutomation("an auto-submitted mail");
    }

    /** Verify that it does not say that no person wrote it. */
    public ReceivedMailAssert isNotAutoSubmitted() {
        return isAutomatic() ? failOnAutomation("a mail that a person wrote") : myself;
    }

    /**
     * Verify that automatic replies to it would be wrong: it is auto-submitted, or a bounce, or from a list
     * ({@code List-..}, {@code Precedence: bulk}), or says {@code X-Auto-Response-Suppress}. Without this, two vacation
     * replies make a loop (RFC 3834 section 2, RFC 5230 section 4.6).
     */
    public ReceivedMailAssert asksForNoAutoReply() {
        boolean suppressed = isAutomatic()
                || actual.envelope().sender().isEmpty()
                || says("X-Auto-Response-Suppress", "all", "oof", "autoreply")
                || says("Precedence", "bulk", "list", "junk")
                || actual.headerNames().stream().anyMatch(ReceivedMailAssert::isOfList);
        return suppressed ? myself : failOnAutomation("a mail that asks for no automatic reply");
    }

    /**
     * Verify the same as {@link #hasOneClickUnsubscribe()}, but for the DKIM signature, of an application whose relay signs
     * later.
     */
    public ReceivedMailAssert hasOneClickUnsubscribeExceptForSignature() {
        return verifyNothingWrong("one-click unsubscribing", Unsubscribing.defectsOfFields(actual));
    }

    /** Verify that it can be unsubscribed from with one click (RFC 8058); list everything that prevents it. */
    public ReceivedMailAssert hasOneClickUnsubscribe() {
        return verifyNothingWrong("one-click unsubscribing", Unsubscribing.defects(actual));
    }

    /**
     * Verify that it carries a DKIM signature of this domain that the keys confirm (RFC 6376); nobody asks DNS.
     *
     * @throws IllegalStateException if Apache jDKIM is not on the class path
     */
    public ReceivedMailAssert isSignedBy(String domain, DkimKeys keys) {
        DkimVerdict verdict = keys.verify(actual.raw());
        if (verdict.domains().stream().noneMatch(one -> DomainName.isSame(one, domain))) {
            String instead = verdict.reason().isEmpty()
                    ? "it is signed by " + String.join(", ", verdict.domains())
                    : verdict.reason();
            throw failing("a DKIM signature of " + domain + " that the keys " + keys + " confirm", instead);
        }
        return myself;
    }

    /**
     * Verify that it carries an S/MIME signature (RFC 8551) of this address, beside the content or around it.
     *
     * @param authority the certificate that issued that of the signer, or is that of the signer
     * @throws IllegalStateException if BouncyCastle is not on the class path
     */
    public ReceivedMailAssert hasSmimeSignatureOf(String address, X509Certificate authority) {
        Optional<SmimeSignature> signature = SignedParts.in(actual);
        if (signature.isEmpty()) {
            throw lacking("an S/MIME signature of " + address, "part", actual.types());
        }
        return verifyNothingWrong(
                "an S/MIME signature of " + address,
                signature.flatMap(one -> one.defect(address, authority)).stream()
                        .toList());
    }

    /** Go on to the invitation (RFC 6047); fail if there is none. */
    public InvitationAssert invitation() {
        return part(actual.invitation());
    }

    private ReceivedMailAssert containsId(String header, MailSource other) {
        String wanted = ids("Message-ID", other)
                .findFirst()
                .orElseThrow(() -> failing(header + " to name " + other, "that has no Message-ID"));
        if (!actual.ids(header).contains(wanted)) {
            throw failing(new WantedField(header, wanted).among(fields()));
        }
        return myself;
    }

    /** Return the message ids in a header of a mail; a {@code Message-ID} that is malformed is taken as it is. */
    private static Stream<String> ids(String header, MailSource mail) {
        if (mail instanceof ReceivedMail received) {
            return header.equals("Message-ID")
                    ? Stream.of(received.messageId()).filter(id -> !id.isEmpty())
                    : received.ids(header).stream();
        }
        return mail.header(header).stream()
                .flatMap(value -> Stream.of(value.strip().split("\\s+")))
                .filter(id -> !id.isEmpty());
    }

    private ReceivedMailAssert hasExactly(String header, List<MailAddress> found, String... expected) {
        return verifyAddresses(header, found.stream().map(MailAddress::address).toList(), expected);
    }

    private ReceivedMailAssert verifyAddresses(String what, List<String> found, String... expected) {
        List<String> wanted = Arrays.asList(expected);
        if (!sorted(found).equals(sorted(wanted))) {
            throw differing(what, wanted, found);
        }
        return myself;
    }

    private List<String> addresses(String header) {
        return actual.addresses(header).stream().map(MailAddress::address).toList();
    }

    private static boolean isAmong(List<String> addresses, String address) {
        return addresses.stream().anyMatch(one -> AddressSpec.isSame(address, one));
    }

    private List<String> fields(String name) {
        return actual.headers(name).stream().map(value -> name + ": " + value).toList();
    }

    private List<Map.Entry<String, String>> fields() {
        return actual.headerNames().stream()
                .distinct()
                .flatMap(name -> actual.headers(name).stream().map(value -> Map.entry(name, value)))
                .toList();
    }

    private static List<String> sorted(List<String> addresses) {
        return addresses.stream()
                .map(address -> AddressSpec.of(address).toString())
                .sorted()
                .toList();
    }

    private boolean isAutomatic() {
        return actual.header(AUTO_SUBMITTED)
                .filter(value -> !value.split(";", 2)[0].strip().equalsIgnoreCase("no"))
                .isPresent();
    }

    private static boolean isOfList(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("list-");
    }

    private boolean says(String header, String... words) {
        String value = String.join(",", actual.headers(header)).toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(value::contains);
    }

    private ReceivedMailAssert failOnAutomation(String expectation) {
        List<String> fields = Stream.of(AUTO_SUBMITTED, "X-Auto-Response-Suppress", "Precedence")
                .flatMap(name -> fields(name).stream())
                .toList();
        throw failing(
                expectation,
                fields.isEmpty() ? "it has no header on automation" : "it has " + String.join(", ", fields));
    }
}

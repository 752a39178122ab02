package io.github.postfixture.mail;

import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.explanation.TextAssert;
import io.github.postfixture.mail.lint.Finding;
import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.page.HtmlAssert;
import io.github.postfixture.page.Link;
import io.github.postfixture.page.LinkAssert;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
public class ReceivedMailAssert extends AbstractMailConductAssert<ReceivedMailAssert> {

    ReceivedMailAssert(ReceivedMail actual) {
        super(actual, ReceivedMailAssert.class);
    }

    /** Verify that it meets the criteria. */
    public ReceivedMailAssert meets(MailCriteria criteria) {
        criteria.firstDifference(actual).ifPresent(fact -> {
            throw differing("to be", fact.description(), fact.found().apply(actual));
        });
        return this;
    }

    /**
     * Verify the text of the {@code text/plain} body. A line break at its end does not count, nor whether lines end in CR LF
     * or in LF.
     */
    public ReceivedMailAssert hasText(String text) {
        text().isEqualTo(text);
        return this;
    }

    /** Verify that there is a {@code text/plain} body whose text contains this. */
    public ReceivedMailAssert hasTextContaining(String part) {
        text().contains(part);
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
        List<Attachment> files =
                actual.attachments().stream().filter(Attachment::isFile).toList();
        if (!files.isEmpty()) {
            throw lacking("to have", "no attachments", "but had", files);
        }
        return this;
    }

    /** Verify that there is one link with that text, and no other with another target. */
    public ReceivedMailAssert hasLink(String text) {
        actual.link(text);
        return this;
    }

    /** Verify how its parts lie in each other, by their types. */
    public ReceivedMailAssert hasStructure(MailStructure expected) {
        return verify("to have the structure", expected, actual.structure());
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
        return verifyNone("to be well formed", findings);
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
            throw failureWithActualExpected(
                    received,
                    approved.text(),
                    "%nExpecting:%n  %s%nto match:%n  %s%nbut %s%nThe mail is now in:%n  %s",
                    actual,
                    file,
                    approved.firstDifference(received),
                    instead);
        }
        approved.forget();
        return this;
    }

    /** Verify that it came on an encrypted connection. */
    public ReceivedMailAssert wasSentOverTls() {
        if (actual.envelope().tls().isEmpty()) {
            throw lacking("to have been sent", "over TLS", "but the dialogue was", actual.transcript());
        }
        return this;
    }

    /** Verify that its client authenticated as this identity. */
    public ReceivedMailAssert wasSentBy(String identity) {
        return verify(
                "to have been sent by the authenticated user",
                identity,
                actual.envelope().identity().orElse("(nobody)"));
    }

    /**
     * Go on to the {@code text/plain} body; fail if there is none. The line break at its end is left out, and lines end in
     * LF; what it is compared with is read the same way.
     */
    public AbstractStringAssert<?> text() {
        return new TextAssert(actual.text())
                .as("text of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the {@code text/html} body; fail if there is none. */
    public HtmlAssert html() {
        return Assertions.assertThat(actual.html()).as("HTML of %s", actual);
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
        return Assertions.assertThat(actual.attachment(name)).as("attachment %s of %s", name, actual);
    }

    /** Go on to an attachment by its place, the first being 0; fail if there is none. */
    public AttachmentAssert attachment(int index) {
        List<Attachment> attachments = actual.attachments();
        if (index >= attachments.size()) {
            throw lacking("to have an attachment at", Integer.toString(index), "but had", attachments);
        }
        return Assertions.assertThat(attachments.get(index)).as("attachment %s of %s", index, actual);
    }

    /** Go on to the first attachment of that media type; fail if there is none. */
    public AttachmentAssert attachmentOfType(String type) {
        return Assertions.assertThat(actual.attachments().stream()
                        .filter(part -> part.contentType().equalsIgnoreCase(type))
                        .findFirst()
                        .orElseThrow(
                                () -> lacking("to have an attachment of type", type, "but had", actual.attachments())))
                .as("attachment of type %s of %s", type, actual);
    }

    /** Go on to the link with that text; fail if there is none. */
    public LinkAssert link(String text) {
        return Assertions.assertThat(actual.link(text)).as("link \"%s\" of %s", text, actual);
    }

    /** Go on to the only link whose target matches; fail if there is none, or more than one. */
    public LinkAssert linkMatching(Pattern target) {
        List<Link> links = actual.links().stream()
                .filter(link -> target.matcher(link.uri().toString()).find())
                .toList();
        if (links.size() != 1) {
            throw lacking("to have one link matching", target.pattern(), "but its links are", actual.links());
        }
        return Assertions.assertThat(links.get(0)).as("link matching %s of %s", target, actual);
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
        return Assertions.assertThat(actual.envelope()).as("envelope of %s", actual);
    }

    /** Go on to the dialogue that brought it, one line an element. */
    public ListAssert<String> transcript() {
        return Assertions.assertThat(actual.transcript()).as("transcript of %s", actual);
    }
}

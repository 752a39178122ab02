package io.github.postfixture.mail;

import io.github.postfixture.page.HtmlAssert;
import io.github.postfixture.page.LinkAssert;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on a {@link ReceivedMail}. A check returns this assertion; a part, such as {@link #subject()}, goes on
 * to AssertJ's own assertion on that part.
 *
 * <p>Addresses compare without regard to case. Every check fails with an {@link AssertionError} that shows what there
 * was instead.
 */
public class ReceivedMailAssert extends AbstractAssert<ReceivedMailAssert, ReceivedMail> {

    ReceivedMailAssert(ReceivedMail actual) {
        super(actual, ReceivedMailAssert.class);
    }

    /** Verify that the decoded subject is this. */
    public ReceivedMailAssert hasSubject(String expected) {
        if (!actual.subject().equals(expected)) {
            throw differing("to have the subject", expected, actual.subject());
        }
        return this;
    }

    /** Verify that {@code From} holds this address and no other. */
    public ReceivedMailAssert isFrom(String address) {
        return hasExactly("From", actual.from(), address);
    }

    /** Verify that {@code To} holds these addresses and no others, in any order. */
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

    /** Verify that the envelope names these recipients and no others, in any order; {@code Bcc} is among them. */
    public ReceivedMailAssert hasRecipients(String... addresses) {
        return verifyAddresses("to have the recipients", actual.envelope().recipients(), addresses);
    }

    /** Verify that the envelope names this sender (RFC 5321 {@code MAIL FROM}). */
    public ReceivedMailAssert hasSender(String address) {
        return verifyAddresses(
                "to have the envelope sender", List.of(actual.envelope().sender()), address);
    }

    /** Verify that the envelope names this recipient, and neither {@code To} nor {@code Cc} does. */
    public ReceivedMailAssert isBlindCopiedTo(String address) {
        List<String> visible = Stream.concat(actual.to().stream(), actual.cc().stream())
                .map(MailAddress::address)
                .toList();
        if (visible.stream().anyMatch(address::equalsIgnoreCase)) {
            throw lacking("to be blind-copied to", address, "but its headers name", visible);
        }
        if (actual.envelope().recipients().stream().noneMatch(address::equalsIgnoreCase)) {
            throw lacking(
                    "to be blind-copied to",
                    address,
                    "but its recipients are",
                    actual.envelope().recipients());
        }
        return this;
    }

    /** Verify that there is a header field of that name. */
    public ReceivedMailAssert containsHeader(String name) {
        if (actual.headers(name).isEmpty()) {
            throw lacking("to have a header", name, "but its headers are", actual.headerNames());
        }
        return this;
    }

    /** Verify that there is no header field of that name. */
    public ReceivedMailAssert doesNotContainHeader(String name) {
        if (!actual.headers(name).isEmpty()) {
            throw lacking("to have no header", name, "but it has the values", actual.headers(name));
        }
        return this;
    }

    /** Verify that one header field of that name has this value, unfolded and decoded. */
    public ReceivedMailAssert hasHeader(String name, String value) {
        containsHeader(name);
        if (!actual.headers(name).contains(value)) {
            throw lacking("to have the header", name + ": " + value, "but it has the values", actual.headers(name));
        }
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

    /** Verify that there is no attachment. */
    public ReceivedMailAssert hasNoAttachments() {
        if (!actual.attachments().isEmpty()) {
            throw lacking("to have", "no attachments", "but had", actual.attachments());
        }
        return this;
    }

    /** Verify that there is one link with that text, and no other with another target. */
    public ReceivedMailAssert hasLink(String text) {
        actual.link(text);
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
        String found = actual.envelope().identity().orElse("(nobody)");
        if (!found.equals(identity)) {
            throw differing("to have been sent by the authenticated user", identity, found);
        }
        return this;
    }

    /** Go on to the decoded subject. */
    public AbstractStringAssert<?> subject() {
        return Assertions.assertThat(actual.subject()).as("subject of %s", actual);
    }

    /** Go on to the {@code text/plain} body; fail if there is none. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(actual.text()).as("text of %s", actual);
    }

    /** Go on to the {@code text/html} body; fail if there is none. */
    public HtmlAssert html() {
        return Assertions.assertThat(actual.html()).as("HTML of %s", actual);
    }

    /** Go on to the values of a header, unfolded and decoded. */
    public ListAssert<String> headers(String name) {
        return Assertions.assertThat(actual.headers(name)).as("header %s of %s", name, actual);
    }

    /** Go on to the attachments. */
    public ListAssert<Attachment> attachments() {
        return Assertions.assertThat(actual.attachments()).as("attachments of %s", actual);
    }

    /** Go on to the attachment of that name; fail if there is none. */
    public AttachmentAssert attachment(String name) {
        return Assertions.assertThat(actual.attachment(name)).as("attachment %s of %s", name, actual);
    }

    /** Go on to the link with that text; fail if there is none. */
    public LinkAssert link(String text) {
        return Assertions.assertThat(actual.link(text)).as("link \"%s\" of %s", text, actual);
    }

    private ReceivedMailAssert hasExactly(String header, List<MailAddress> found, String... expected) {
        return verifyAddresses(
                "to have in " + header, found.stream().map(MailAddress::address).toList(), expected);
    }

    private ReceivedMailAssert verifyAddresses(String expectation, List<String> found, String... expected) {
        List<String> wanted = Arrays.asList(expected);
        if (!sorted(found).equals(sorted(wanted))) {
            throw differing(expectation, String.join(", ", wanted), String.join(", ", found));
        }
        return this;
    }

    private static List<String> sorted(List<String> addresses) {
        return addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private AssertionError differing(String expectation, String expected, String found) {
        return failureWithActualExpected(
                found,
                expected,
                "%nExpecting:%n  %s%n%s:%n  %s%nbut was:%n  %s",
                actual,
                expectation,
                shown(expected),
                shown(found));
    }

    private AssertionError lacking(String expectation, String expected, String instead, List<?> found) {
        return failure(
                "%nExpecting:%n  %s%n%s:%n  %s%n%s:%n%s", actual, expectation, expected, instead, Listing.of(found));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(none)" : value;
    }
}

package io.github.postfixture.mail;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.mime.AddressSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractOffsetDateTimeAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on the header section of a {@link ReceivedMail}, and on its envelope. */
public abstract class AbstractMailHeaderAssert<SELF extends AbstractMailHeaderAssert<SELF>>
        extends AbstractExplainedAssert<SELF, ReceivedMail> {

    AbstractMailHeaderAssert(ReceivedMail actual, Class<SELF> self) {
        super(actual, self);
    }

    /** Verify that the decoded subject is this. */
    public SELF hasSubject(String expected) {
        return verify("to have the subject", expected, actual.subject());
    }

    /** Verify that {@code From} holds this address and no other. */
    public SELF isFrom(String address) {
        return hasExactly("From", actual.from(), address);
    }

    /** Verify that {@code To} holds these addresses and no others, in any order; those of groups count. */
    public SELF isTo(String... addresses) {
        return hasExactly("To", actual.to(), addresses);
    }

    /** Verify that {@code Cc} holds these addresses and no others, in any order. */
    public SELF hasCc(String... addresses) {
        return hasExactly("Cc", actual.cc(), addresses);
    }

    /** Verify that {@code Reply-To} holds these addresses and no others, in any order. */
    public SELF hasReplyTo(String... addresses) {
        return hasExactly("Reply-To", actual.replyTo(), addresses);
    }

    /** Verify that a header has a group of that name with these members and no others (RFC 5322 section 3.4). */
    public SELF hasGroup(String header, String name, String... members) {
        Map<String, List<MailAddress>> groups =
                MailAddress.groups(actual.message().header().addresses(header));
        if (!groups.containsKey(name)) {
            throw lacking("to have in " + header + " the group", name, "but its groups are", groups.keySet());
        }
        return hasExactly(header + " in group " + name, groups.get(name), members);
    }

    /** Verify that the envelope names these recipients and no others, in any order; {@code Bcc} is among them. */
    public SELF hasRecipients(String... addresses) {
        return verifyAddresses("to have the recipients", actual.envelope().recipients(), addresses);
    }

    /** Verify that the envelope names this sender (RFC 5321 {@code MAIL FROM}); empty for the null sender of a bounce. */
    public SELF hasSender(String address) {
        return verifyAddresses(
                "to have the envelope sender", List.of(actual.envelope().sender()), address);
    }

    /** Verify that the envelope names this recipient, and none of {@code To}, {@code Cc} and {@code Bcc} does. */
    public SELF isBlindCopiedTo(String address) {
        List<String> visible = Stream.of(actual.to(), actual.cc(), actual.addresses("Bcc"))
                .flatMap(List::stream)
                .map(MailAddress::address)
                .toList();
        if (visible.stream().anyMatch(one -> AddressSpec.isSame(address, one))) {
            throw lacking("to be blind-copied to", address, "but its headers name", visible);
        }
        List<String> recipients = actual.envelope().recipients();
        if (recipients.stream().noneMatch(one -> AddressSpec.isSame(address, one))) {
            throw lacking("to be blind-copied to", address, "but its recipients are", recipients);
        }
        return myself;
    }

    /** Verify that there is a header field of that name. */
    public SELF containsHeader(String name) {
        if (actual.headers(name).isEmpty()) {
            throw lacking("to have a header", name, "but its headers are", actual.headerNames());
        }
        return myself;
    }

    /** Verify that there is no header field of that name. */
    public SELF doesNotContainHeader(String name) {
        if (!actual.headers(name).isEmpty()) {
            throw lacking("to have no header", name, "but it has the values", actual.headers(name));
        }
        return myself;
    }

    /** Verify that one header field of that name has this value, unfolded and decoded. */
    public SELF hasHeader(String name, String value) {
        containsHeader(name);
        if (!actual.headers(name).contains(value)) {
            throw lacking("to have the header", name + ": " + value, "but it has the values", actual.headers(name));
        }
        return myself;
    }

    /** Verify that every header that says a priority says this; a mail without one is of normal priority. */
    public SELF hasPriority(MailPriority expected) {
        List<Map.Entry<String, String>> fields = MailPriority.fields(actual);
        boolean said = fields.isEmpty()
                ? expected == MailPriority.NORMAL
                : fields.stream().allMatch(field -> expected.isMeantBy(field.getValue()));
        if (!said) {
            throw lacking(
                    "to have the priority",
                    expected.toString(),
                    "but the headers that say one are",
                    fields.stream()
                            .map(field -> field.getKey() + ": " + field.getValue())
                            .toList());
        }
        return myself;
    }

    /** Verify that it answers this mail: {@code In-Reply-To} and {@code References} name it (RFC 5322 section 3.6.4). */
    public SELF isReplyTo(ReceivedMail other) {
        containsId("In-Reply-To", other);
        return containsId("References", other);
    }

    /** Verify that it names this mail, or one that this mail names, in {@code References} or {@code In-Reply-To}. */
    public SELF isInThreadOf(ReceivedMail other) {
        List<String> thread = Stream.concat(Stream.of(other.messageId()), other.references().stream())
                .toList();
        if (actual.references().stream().noneMatch(thread::contains)) {
            throw lacking("to be in the thread of", String.join(" ", thread), "but it refers to", actual.references());
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
                        .orElseThrow(() -> lacking(
                                "to have a", "Date that can be read", "but it has the values", actual.headers("Date"))))
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

    private SELF containsId(String header, ReceivedMail other) {
        List<String> ids = actual.ids(header);
        if (other.messageId().isEmpty() || !ids.contains(other.messageId())) {
            String id = other.messageId().isEmpty() ? "(a mail without Message-ID)" : other.messageId();
            throw lacking("to name in " + header, id, "but it names", ids);
        }
        return myself;
    }

    private SELF hasExactly(String header, List<MailAddress> found, String... expected) {
        return verifyAddresses(
                "to have in " + header, found.stream().map(MailAddress::address).toList(), expected);
    }

    private SELF verifyAddresses(String expectation, List<String> found, String... expected) {
        List<String> wanted = Arrays.asList(expected);
        if (!sorted(found).equals(sorted(wanted))) {
            throw differing(expectation, String.join(", ", wanted), String.join(", ", found));
        }
        return myself;
    }

    private static List<String> sorted(List<String> addresses) {
        return addresses.stream()
                .map(address -> AddressSpec.of(address).toString())
                .sorted()
                .toList();
    }
}

package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.mime.AddressSpec;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on an {@link Envelope}. Addresses and parameters compare without regard to case; addresses in every spelling,
 * with or without quotes, and with a domain in Unicode or in ASCII.
 */
public class EnvelopeAssert extends AbstractExplainedAssert<EnvelopeAssert, Envelope> {

    EnvelopeAssert(Envelope actual) {
        super(actual, EnvelopeAssert.class);
    }

    /** Verify that {@code MAIL FROM} names this sender. */
    public EnvelopeAssert hasSender(String address) {
        if (!AddressSpec.isSame(address, actual.sender())) {
            throw differing("the sender", address, actual.sender());
        }
        return this;
    }

    /** Verify that the sender is null, so that nobody answers: the message is a bounce or the like (RFC 5321 section 4.5.5). */
    public EnvelopeAssert hasNullSender() {
        return verify("the sender", "<>", "<" + actual.sender() + ">");
    }

    /** Verify that these are the recipients and there are no others, in any order; {@code Bcc} is among them. */
    public EnvelopeAssert hasRecipients(String... addresses) {
        return verifyAlike("the recipients", List.of(addresses), actual.recipients());
    }

    /** Verify that {@code MAIL FROM} has this parameter, such as {@code BODY=8BITMIME} or {@code SMTPUTF8}. */
    public EnvelopeAssert hasParameter(String parameter) {
        return verifyAmong("MAIL FROM", parameter, actual.parameters());
    }

    /** Verify that {@code RCPT TO} for an address has this parameter, such as {@code NOTIFY=NEVER} (RFC 3461). */
    public EnvelopeAssert hasRecipientParameter(String address, String parameter) {
        List<String> found = new ArrayList<>();
        actual.addressees().stream()
                .filter(one -> AddressSpec.isSame(one.address(), address))
                .forEach(one -> found.addAll(one.parameters()));
        return verifyAmong("RCPT TO for " + address, parameter, found);
    }

    /** Verify that the connection was encrypted. */
    public EnvelopeAssert isEncrypted() {
        if (actual.tls().isEmpty()) {
            throw failing("an encrypted connection", "it was in the clear");
        }
        return this;
    }

    /** Verify that the client had authenticated as this identity. */
    public EnvelopeAssert isAuthenticatedAs(String identity) {
        return verify("the authenticated user", identity, actual.identity().orElse("nobody"));
    }

    /** Verify that the client had authenticated by this mechanism, such as {@code PLAIN}. */
    public EnvelopeAssert isAuthenticatedBy(String mechanism) {
        return verify(
                "the mechanism of authentication", mechanism, actual.mechanism().orElse("none"));
    }

    /** Go on to the recipients, in order. */
    public ListAssert<String> recipients() {
        return Assertions.assertThat(actual.recipients()).as("recipients of %s", actual);
    }

    private EnvelopeAssert verifyAlike(String what, List<String> expected, List<String> found) {
        if (!sorted(found).equals(sorted(expected))) {
            throw differing(what, expected, found);
        }
        return this;
    }

    private EnvelopeAssert verifyAmong(String command, String expected, List<String> found) {
        if (found.stream().noneMatch(expected::equalsIgnoreCase)) {
            throw lacking(command + " to have the parameter " + expected, "parameter", found);
        }
        return this;
    }

    private static List<String> sorted(List<String> addresses) {
        return addresses.stream()
                .map(address -> AddressSpec.of(address).toString())
                .sorted()
                .toList();
    }
}

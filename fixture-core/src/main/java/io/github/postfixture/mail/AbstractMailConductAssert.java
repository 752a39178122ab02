package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.mail.dkim.DkimVerdict;
import io.github.postfixture.mail.invitation.InvitationAssert;
import io.github.postfixture.mail.smime.SmimeSignature;
import io.github.postfixture.net.DomainName;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Assertions on how a {@link ReceivedMail} treats those who get it: loops, unsubscribing, signatures, invitations. */
public abstract class AbstractMailConductAssert<SELF extends AbstractMailConductAssert<SELF>>
        extends AbstractMailHeaderAssert<SELF> {

    private static final String AUTO_SUBMITTED = "Auto-Submitted";

    AbstractMailConductAssert(ReceivedMail actual, Class<SELF> self) {
        super(actual, self);
    }

    /** Verify that it says that no person wrote it: {@code Auto-Submitted}, other than {@code no} (RFC 3834). */
    public SELF isAutoSubmitted() {
        return isAutomatic() ? myself : shownAutomation("to be auto-submitted");
    }

    /** Verify that it does not say that no person wrote it. */
    public SELF isNotAutoSubmitted() {
        return isAutomatic() ? shownAutomation("not to be auto-submitted") : myself;
    }

    /**
     * Verify that automatic replies to it would be wrong: it is auto-submitted, or a bounce, or from a list
     * ({@code List-..}, {@code Precedence: bulk}), or says {@code X-Auto-Response-Suppress}. Without this, two vacation
     * replies make a loop (RFC 3834 section 2, RFC 5230 section 4.6).
     */
    public SELF asksForNoAutoReply() {
        boolean suppressed = isAutomatic()
                || actual.envelope().sender().isEmpty()
                || says("X-Auto-Response-Suppress", "all", "oof", "autoreply")
                || says("Precedence", "bulk", "list", "junk")
                || actual.headerNames().stream().anyMatch(AbstractMailConductAssert::isOfList);
        return suppressed ? myself : shownAutomation("to ask for no automatic reply");
    }

    /** Verify that it can be unsubscribed from with one click (RFC 8058); list everything that prevents it. */
    public SELF hasOneClickUnsubscribe() {
        return verifyNone("to be unsubscribed from with one click", Unsubscribing.defects(actual));
    }

    /**
     * Verify that it carries a DKIM signature of this domain that the keys confirm (RFC 6376); nobody asks DNS.
     *
     * @throws IllegalStateException if Apache jDKIM is not on the class path
     */
    public SELF isSignedBy(String domain, DkimKeys keys) {
        DkimVerdict verdict = keys.verify(actual.raw());
        if (verdict.domains().stream().noneMatch(one -> DomainName.isSame(one, domain))) {
            List<String> found = verdict.reason().isEmpty()
                    ? verdict.domains().stream()
                            .map(other -> "it is signed by " + other)
                            .toList()
                    : List.of(verdict.reason());
            throw lacking("to have a valid DKIM signature of", domain, "with the keys " + keys + " but", found);
        }
        return myself;
    }

    /**
     * Verify that it carries an S/MIME signature (RFC 8551) of this address, beside the content or around it.
     *
     * @param authority the certificate that issued that of the signer, or is that of the signer
     * @throws IllegalStateException if BouncyCastle is not on the class path
     */
    public SELF hasSmimeSignatureOf(String address, X509Certificate authority) {
        Optional<SmimeSignature> signature = SignedParts.in(actual);
        if (signature.isEmpty()) {
            throw lacking("to have an S/MIME signature of", address, "but its parts are", actual.types());
        }
        return verifyNone(
                "to have an S/MIME signature of " + address,
                signature.flatMap(one -> one.defect(address, authority)).stream()
                        .toList());
    }

    /**
     * Go on to the invitation (RFC 6047); fail if there is none.
     *
     * @throws IllegalStateException if biweekly is not on the class path
     */
    public InvitationAssert invitation() {
        return Assertions.assertThat(actual.invitation()).as("invitation of %s", actual);
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

    private SELF shownAutomation(String expectation) {
        List<String> fields = Stream.of(AUTO_SUBMITTED, "X-Auto-Response-Suppress", "Precedence")
                .flatMap(name -> actual.headers(name).stream().map(value -> name + ": " + value))
                .toList();
        throw failure(
                "%nExpecting:%n  %s%n%s%nbut its headers on automation are:%n%s",
                actual, expectation, Listing.of(fields));
    }
}

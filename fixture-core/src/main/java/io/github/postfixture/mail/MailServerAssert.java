package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import java.util.List;

/** Assertions on a {@link MailServer}: on its messages, each of which counts once however many recipients it has. */
public class MailServerAssert extends AbstractArrivalsAssert<MailServerAssert, MailServer> {

    MailServerAssert(MailServer actual) {
        super(actual, actual.arrivals(), actual.timeout(), MailServerAssert.class);
    }

    /** Verify that so many deliveries were made so far; a mail to three mailboxes is three. */
    public MailServerAssert hasDeliveryCount(int expected) {
        List<Mailbox> mailboxes = actual.mailboxes();
        int found = mailboxes.stream().mapToInt(MailServerAssert::deliveries).sum();
        if (found != expected) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "%nExpecting:%n  %s%nto have so many deliveries:%n  %s%nbut had %s, of so many messages:%n "
                            + " %s%nin:%n%s",
                    actual,
                    expected,
                    found,
                    actual.receivedMails().size(),
                    Listing.of(mailboxes.stream()
                            .map(mailbox -> mailbox + ": " + deliveries(mailbox))
                            .toList()));
        }
        return this;
    }

    /**
     * Verify that no mail so far answers an automatic one, by its {@code In-Reply-To} or by going back the same way with
     * the same subject, and that none goes the same way about the same topic more than ten times (RFC 3834 section 2).
     */
    public MailServerAssert hasNoMailLoop() {
        List<String> loops = MailLoops.at(actual);
        if (!loops.isEmpty()) {
            throw failure("%nExpecting:%n  %s%nto have no mail loop, but:%n%s", actual, Listing.of(loops));
        }
        return this;
    }

    /** Go on to the mailbox of an address. */
    public MailboxAssert mailbox(String address) {
        return new MailboxAssert(actual.mailbox(address));
    }

    private static int deliveries(Mailbox mailbox) {
        return mailbox.receivedMails().size();
    }
}

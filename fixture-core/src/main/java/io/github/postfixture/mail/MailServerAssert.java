package io.github.postfixture.mail;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
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
            List<String> each = mailboxes.stream()
                    .map(mailbox -> mailbox + ": " + deliveries(mailbox))
                    .toList();
            throw failing(
                    FailureMessage.expected(
                                    Quantity.of(expected, "delivery"),
                                    "there were " + found + ", of "
                                            + Quantity.of(actual.receivedMails().size(), "mail"))
                            .with("Mails in each mailbox", each),
                    expected,
                    found);
        }
        return this;
    }

    /**
     * Verify that no mail so far answers an automatic one, by its {@code In-Reply-To} or by going back the same way with
     * the same subject, and that none goes the same way about the same topic more than ten times (RFC 3834 section 2).
     */
    public MailServerAssert hasNoMailLoop() {
        List<String> loops = MailLoops.at(actual);
        return verifyNothingWrong("no mail loop at the mail server", loops);
    }

    /** Go on to the mailbox of an address. */
    public MailboxAssert mailbox(String address) {
        return new MailboxAssert(actual.mailbox(address));
    }

    private static int deliveries(Mailbox mailbox) {
        return mailbox.receivedMails().size();
    }
}

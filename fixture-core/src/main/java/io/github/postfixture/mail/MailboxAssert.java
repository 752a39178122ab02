package io.github.postfixture.mail;

/** Assertions on a {@link Mailbox}. */
public class MailboxAssert extends AbstractArrivalsAssert<MailboxAssert, Mailbox> {

    MailboxAssert(Mailbox actual) {
        super(actual, actual.arrivals(), actual.timeout(), MailboxAssert.class);
    }
}

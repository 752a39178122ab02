package io.github.postfixture.mail;

import io.github.postfixture.mail.message.Attachment;
import io.github.postfixture.mail.message.AttachmentAssert;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.message.ReceivedMailAssert;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Soft assertions that know mail: all checks run, and the failures are told together, by {@code assertAll()} or at the
 * end of {@link org.assertj.core.api.AutoCloseableSoftAssertions try-with-resources} of this.
 *
 * <pre>{@code
 * try (MailSoftAssertions softly = new MailSoftAssertions()) {
 *     softly.assertThat(mail).isFrom("shop@example.org").hasSubject("Welcome");
 * }
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class MailSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, AutoCloseable {

    /** Begin to assert on a mail. */
    public ReceivedMailAssert assertThat(ReceivedMail mail) {
        return proxy(ReceivedMailAssert.class, ReceivedMail.class, mail);
    }

    /** Begin to assert on a mailbox. */
    public MailboxAssert assertThat(Mailbox mailbox) {
        return proxy(MailboxAssert.class, Mailbox.class, mailbox);
    }

    /** Begin to assert on a mail server. */
    public MailServerAssert assertThat(MailServer server) {
        return proxy(MailServerAssert.class, MailServer.class, server);
    }

    /** Begin to assert on an attachment. */
    public AttachmentAssert assertThat(Attachment attachment) {
        return proxy(AttachmentAssert.class, Attachment.class, attachment);
    }

    /**
     * Tell the failures.
     *
     * @throws AssertionError if there are any; it lists them all
     */
    @Override
    public void close() {
        assertAll();
    }
}

package io.github.postfixture.mail;

import io.github.postfixture.ical.Invitation;
import io.github.postfixture.ical.InvitationAssert;
import io.github.postfixture.mail.message.Attachment;
import io.github.postfixture.mail.message.AttachmentAssert;
import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.message.EnvelopeAssert;
import io.github.postfixture.mail.message.FolderMail;
import io.github.postfixture.mail.message.FolderMailAssert;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.message.ReceivedMailAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactory;

/**
 * What AssertJ needs to go on from a list or an object to assertions of ours.
 *
 * <pre>{@code
 * assertThat(mail.receivedMails()).first(MailAssertFactories.MAIL).hasSubject("Welcome");
 * }</pre>
 */
public final class MailAssertFactories {

    /** Goes on to a {@link ReceivedMail}. */
    public static final InstanceOfAssertFactory<ReceivedMail, ReceivedMailAssert> MAIL =
            new InstanceOfAssertFactory<>(ReceivedMail.class, Assertions::assertThat);

    /** Goes on to a {@link Mailbox}. */
    public static final InstanceOfAssertFactory<Mailbox, MailboxAssert> MAILBOX =
            new InstanceOfAssertFactory<>(Mailbox.class, Assertions::assertThat);

    /** Goes on to an {@link Attachment}. */
    public static final InstanceOfAssertFactory<Attachment, AttachmentAssert> ATTACHMENT =
            new InstanceOfAssertFactory<>(Attachment.class, Assertions::assertThat);

    /** Goes on to an {@link Envelope}. */
    public static final InstanceOfAssertFactory<Envelope, EnvelopeAssert> ENVELOPE =
            new InstanceOfAssertFactory<>(Envelope.class, Assertions::assertThat);

    /** Goes on to a {@link FolderMail}. */
    public static final InstanceOfAssertFactory<FolderMail, FolderMailAssert> FOLDER_MAIL =
            new InstanceOfAssertFactory<>(FolderMail.class, Assertions::assertThat);

    /** Goes on to an {@link Invitation}. */
    public static final InstanceOfAssertFactory<Invitation, InvitationAssert> INVITATION =
            new InstanceOfAssertFactory<>(Invitation.class, Assertions::assertThat);

    private MailAssertFactories() {}
}

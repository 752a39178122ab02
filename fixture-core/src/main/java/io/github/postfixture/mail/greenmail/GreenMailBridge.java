package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.Managers;
import io.github.postfixture.mail.MailServer;
import org.apiguardian.api.API;

/**
 * The mailboxes of a server by the interfaces of GreenMail, so that code that was written for GreenMail can go on reading
 * and filling them.
 *
 * <pre>{@code
 * Managers managers = GreenMailBridge.of(mail);
 * GreenMailUser alice = managers.getUserManager().getUser("alice@example.org");
 * MailFolder inbox = managers.getImapHostManager().getInbox(alice);
 * }</pre>
 *
 * <p>They are the same mailboxes: what is appended, flagged or deleted here is so by IMAP and POP3 and in {@link
 * io.github.postfixture.mail.MailFolders}, and the other way round; sessions that idle hear of it. A {@code MimeMessage} is
 * made when it is first asked for. It can be read and flagged; what else is changed of it stays with that object.
 *
 * <p>Each mailbox is a user, whether it has an account or not. These methods throw an {@code UnsupportedOperationException}
 * that says what to use instead:
 *
 * <ul>
 *   <li>{@code Store.setSelectable(..)}, {@code Store.setQuotaSupported(false)}, and {@code Store.createMailbox(..)} of a folder
 *       that is not selectable
 *   <li>{@code UserManager.setAuthRequired(..)} if it is a change, {@code setSieveIgnoreDetail(true)}, {@code
 *       setDiscardAttachments(true)} and {@code setMessageDeliveryHandler(..)}
 * </ul>
 *
 * <p>There is no folder above the folders of a user, so {@code Store.getMailbox("#mail")} returns null.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GreenMailBridge {

    private GreenMailBridge() {}

    /**
     * Return the managers of the mailboxes of a server. They keep the messages that were made, so one object of them is best
     * used throughout a test. Safe for use by several threads; a {@code MimeMessage} is not.
     */
    public static Managers of(MailServer mail) {
        return new BridgedManagers(mail);
    }
}

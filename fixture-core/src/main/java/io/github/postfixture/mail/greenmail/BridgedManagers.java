package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.user.UserManager;
import io.github.postfixture.mail.MailServer;

/** GreenMail's managers of the mailboxes of a server. */
final class BridgedManagers extends Managers {

    private final BridgedHost host;
    private final BridgedUsers users;
    private final BridgedSmtp smtp;

    BridgedManagers(MailServer mail) {
        BridgedStore store = new BridgedStore(mail);
        host = new BridgedHost(mail, store);
        users = new BridgedUsers(mail, host);
        smtp = new BridgedSmtp(mail, store, host, users);
    }

    @Override
    public SmtpManager getSmtpManager() {
        return smtp;
    }

    @Override
    public UserManager getUserManager() {
        return users;
    }

    @Override
    public ImapHostManager getImapHostManager() {
        return host;
    }
}

package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.smtp.SmtpManager;
import io.github.postfixture.mail.MailServer;
import java.util.concurrent.CountDownLatch;

/** Waits for mail; what GreenMail's own SMTP would do is done by the server. */
final class BridgedSmtp extends SmtpManager {

    private final MailServer mail;
    private final BridgedStore store;

    BridgedSmtp(MailServer mail, BridgedStore store, BridgedHost host, BridgedUsers users) {
        super(host, users);
        this.mail = mail;
        this.store = store;
    }

    @Override
    public synchronized CountDownLatch createAndAddNewWaitObject(int emailCount) {
        return new MessageLatch(mail.timeline(), store::size, emailCount);
    }
}

package io.github.postfixture.examples.migration;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SubjectTerm;

/** What a project has that tests with GreenMail: it knows no other library. */
final class MailHelpers {

    private final Managers managers;

    MailHelpers(Managers managers) {
        this.managers = managers;
    }

    GreenMailUser user(String address) throws UserException {
        GreenMailUser user = managers.getUserManager().getUserByEmail(address);
        return user == null ? managers.getUserManager().createUser(address, address, "secret") : user;
    }

    MailFolder inbox(String address) throws UserException, FolderException {
        return managers.getImapHostManager().getInbox(user(address));
    }

    void order(String customer, String goods) throws UserException, MessagingException {
        user("shop@example.org").deliver(GreenMailUtil.createTextEmail(
                "shop@example.org", customer, "Order", goods, ServerSetupTest.SMTP));
    }

    /** Return the text of the one message about a subject, and mark it as answered. */
    String answered(String address, String subject) throws Exception {
        MailFolder inbox = inbox(address);
        long[] found = inbox.search(new SubjectTerm(subject));
        StoredMessage message = inbox.getMessage(found[0]);
        message.setFlag(Flags.Flag.ANSWERED, true);
        return GreenMailUtil.getBody(message.getMimeMessage());
    }

    MimeMessage[] all() {
        return managers.getImapHostManager().getAllMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .toArray(MimeMessage[]::new);
    }

    void clear(String address) throws UserException, FolderException {
        inbox(address).deleteAllMessages();
    }
}

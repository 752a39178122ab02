package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The users of the store: each comes into being, with its mail, when somebody first logs in to its mailbox. */
final class Accounts extends UserManager {

    private static final Session PLAIN_BYTES = plainBytes();

    private final ImapHostManager folders;
    private final MailboxDirectory directory;
    private final Map<String, GreenMailUser> byAddress = new HashMap<>();
    private final Map<String, GreenMailUser> byLogin = new HashMap<>();

    Accounts(ImapHostManager folders, MailboxDirectory directory) {
        super(folders);
        this.folders = folders;
        this.directory = directory;
    }

    /** Return whose mailbox the credentials open; nothing if they are refused. */
    synchronized Optional<GreenMailUser> login(Credentials credentials) {
        Optional<GreenMailUser> user = directory
                .login(credentials.login(), credentials.password())
                .map(address -> byAddress.computeIfAbsent(address, this::open));
        user.ifPresent(known -> byLogin.put(key(credentials.login()), known));
        return user;
    }

    @Override
    public boolean test(String login, String password) {
        return login(new Credentials(login, password)).isPresent();
    }

    @Override
    public synchronized @Nullable GreenMailUser getUser(String login) {
        return byLogin.get(key(login));
    }

    @Override
    public synchronized @Nullable GreenMailUser getUserByEmail(String address) {
        return byAddress.get(key(address));
    }

    /** Return a message that gives back exactly these bytes. */
    static MimeMessage message(InputStream bytes) {
        try {
            return new MimeMessage(PLAIN_BYTES, bytes);
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read a message from memory", e);
        }
    }

    private GreenMailUser open(String address) {
        GreenMailUser user = new Account(address, byAddress.size() + 1, folders);
        user.create();
        MailFolder inbox = folders.getFolder(user, "INBOX");
        directory.open(
                address,
                delivery -> inbox.appendMessage(
                        message(delivery.message().stream()), new Flags(), Date.from(delivery.receivedAt())));
        return user;
    }

    private static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    /** Return a session of our own whose headers are bytes and not UTF-8, so that none of them is changed. */
    private static Session plainBytes() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "false");
        return Session.getInstance(properties);
    }
}

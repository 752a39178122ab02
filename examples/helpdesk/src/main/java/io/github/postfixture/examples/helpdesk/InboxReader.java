package io.github.postfixture.examples.helpdesk;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Reads the inbox of a helpdesk: what is there, and by {@code IDLE} what comes; connects again when it has to. */
public final class InboxReader implements AutoCloseable {

    private final URI imap;
    private final String user;
    private final String password;
    private final Helpdesk helpdesk;
    private final Duration pause;
    private final IMAPStore store;
    private final Thread thread = new Thread(this::read, "helpdesk");
    private volatile boolean closed;

    /**
     * Make a reader; it does nothing before it is started.
     *
     * @param pause how long to wait before it connects again
     */
    public InboxReader(URI imap, String user, String password, Helpdesk helpdesk, Duration pause)
            throws MessagingException {
        this.imap = imap;
        this.user = user;
        this.password = password;
        this.helpdesk = helpdesk;
        this.pause = pause;
        store = (IMAPStore) Session.getInstance(new Properties()).getStore("imap");
    }

    public void start() {
        thread.start();
    }

    /** Say goodbye to the server, and end. */
    @Override
    public void close() throws MessagingException {
        closed = true;
        store.close();
        thread.interrupt();
    }

    private void read() {
        while (!closed) {
            try {
                follow();
            } catch (MessagingException | IOException | IllegalStateException e) {
                rest();
            }
        }
    }

    private void follow() throws MessagingException, IOException {
        if (!store.isConnected()) {
            store.connect(imap.getHost(), imap.getPort(), user, password);
        }
        try (IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            while (!closed) {
                handleAll(inbox);
                inbox.idle(true);
            }
        }
    }

    private void handleAll(IMAPFolder inbox) throws MessagingException, IOException {
        while (inbox.getMessageCount() > 0) {
            Message message = inbox.getMessage(1);
            move(inbox, message, folder(helpdesk.handle(new MimeMessage((MimeMessage) message))));
        }
    }

    private void move(IMAPFolder inbox, Message message, Folder target) throws MessagingException {
        Message[] messages = {message};
        if (store.hasCapability("MOVE")) {
            inbox.moveMessages(messages, target);
        } else {
            inbox.copyMessages(messages, target);
            message.setFlag(Flags.Flag.DELETED, true);
            inbox.expunge();
        }
    }

    private Folder folder(String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    private void rest() {
        try {
            store.close();
            Thread.sleep(pause.toMillis());
        } catch (MessagingException e) {
            // It was not open.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.postfixture.examples.newsletter;

import jakarta.mail.BodyPart;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Collects what could not be delivered, by POP3, and tells the subscribers of it. */
public final class BounceBox {

    private final URI pop3;
    private final String user;
    private final String password;
    private final Subscribers subscribers;

    public BounceBox(URI pop3, String user, String password, Subscribers subscribers) {
        this.pop3 = pop3;
        this.user = user;
        this.password = password;
        this.subscribers = subscribers;
    }

    /** Take every mail out of the box. */
    public void collect() throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("pop3")) {
            store.connect(pop3.getHost(), pop3.getPort(), user, password);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            for (Message message : inbox.getMessages()) {
                read(message);
                message.setFlag(Flags.Flag.DELETED, true);
            }
            inbox.close(true);
        }
    }

    private void read(Message message) throws MessagingException, IOException {
        if (message.isMimeType("multipart/report")) {
            Multipart report = (Multipart) message.getContent();
            for (int i = 0; i < report.getCount(); i++) {
                read(report.getBodyPart(i));
            }
        }
    }

    private void read(BodyPart part) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status")) {
            InputStream status = part.getInputStream();
            InternetHeaders group = new InternetHeaders(status);
            while (group.getAllHeaderLines().hasMoreElements()) {
                tell(field(group, "Final-Recipient"), field(group, "Action"), field(group, "Status"));
                group = new InternetHeaders(status);
            }
        }
    }

    private void tell(String recipient, String action, String status) {
        String address = recipient.substring(recipient.indexOf(';') + 1).strip();
        if (action.equals("failed") && status.startsWith("5")) {
            subscribers.suppress(address);
        } else if (action.equals("failed")) {
            subscribers.bouncedSoftly(address);
        }
    }

    private static String field(InternetHeaders group, String name) {
        return Optional.ofNullable(group.getHeader(name, null)).orElse("").toLowerCase(Locale.ROOT);
    }
}

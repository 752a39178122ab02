package io.github.postfixture.mail.greenmail.store;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.util.Properties;

/** What GreenMail keeps in the place of a message: an empty one. */
public final class StandIn extends MimeMessage {

    private static final Session NO_SETTINGS = Session.getInstance(new Properties());

    private static final InternetHeaders NO_HEADERS = noHeaders();

    private final Flags liveFlags;

    /** Make one whose flags are kept elsewhere. */
    public StandIn(Flags flags) {
        super(NO_SETTINGS);
        liveFlags = flags;
        headers = NO_HEADERS;
        content = new byte[0];
        modified = false;
        saved = true;
    }

    /** Return none at all: a new object has a place for each of the usual ones. */
    private static InternetHeaders noHeaders() {
        try {
            return new InternetHeaders(InputStream.nullInputStream());
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read from memory", e);
        }
    }

    /** Return the flags themselves, as GreenMail keeps what it gets here. */
    @Override
    public Flags getFlags() {
        return liveFlags;
    }

    /** Keep the headers as they are: none. */
    @Override
    protected synchronized void updateHeaders() {
        saved = true;
    }
}

package io.github.postfixture.mail.greenmail;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** What GreenMail keeps in the place of a message: an empty one. */
final class StandIn extends MimeMessage {

    private static final Session NO_SETTINGS = Session.getInstance(new Properties());

    StandIn() {
        super(NO_SETTINGS);
        headers = new InternetHeaders();
        content = new byte[0];
        modified = false;
        saved = true;
    }

    /** Keep the headers as they are: none. */
    @Override
    protected synchronized void updateHeaders() {
        saved = true;
    }
}

package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Stores messages so that they come back as they went in. */
final class Messages {

    /** A session of our own whose headers are bytes and not UTF-8, so that none of them is changed. */
    private static final Session PLAIN_BYTES = plainBytes();

    private Messages() {}

    /** Append a message to a folder, whatever its structure, and return its UID. */
    static long append(MailFolder folder, InputStream octets, Flags flags, Date received) {
        try {
            MimeMessage message = new MimeMessage(PLAIN_BYTES, octets);
            return append(folder, message, flags, received);
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read a message from memory", e);
        }
    }

    private static long append(MailFolder folder, MimeMessage message, Flags flags, Date received)
            throws MessagingException {
        try {
            return folder.appendMessage(message, flags, received);
        } catch (RuntimeException | StackOverflowError e) {
            return folder.appendMessage(new Opaque(message), flags, received);
        }
    }

    private static Session plainBytes() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "false");
        return Session.getInstance(properties);
    }

    /** A message that passes for plain text, because its real structure cannot be read. */
    private static final class Opaque extends MimeMessage {

        Opaque(MimeMessage message) throws MessagingException {
            super(message);
        }

        @Override
        public String getContentType() {
            return "text/plain";
        }

        @Override
        public String @Nullable [] getHeader(String name) throws MessagingException {
            return name.startsWith("Content-") ? null : super.getHeader(name);
        }
    }
}

package io.github.postfixture.mail.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apiguardian.api.API;

/**
 * A mail that a test puts into a mailbox, as if another server had brought it. Those of this library are immutable.
 *
 * <pre>{@code
 * mailbox.deliver(InboundMail.from("carol@example.net").subject("Printer on fire").text("It burns."));
 * mailbox.deliver(InboundMail.replyTo(confirmation).text("Thank you!"));
 * mailbox.deliver(Bounce.hard(newsletter));
 * }</pre>
 */
@FunctionalInterface
public interface InboundMail {

    /**
     * Return the bytes of the message; of one object the same each time, {@code Date}, {@code Message-ID} and boundaries
     * included.
     */
    byte[] raw();

    /**
     * Write the bytes of the message; one that is composed is written piece by piece, and never held whole.
     *
     * @throws IOException if the output does
     */
    default void writeTo(OutputStream output) throws IOException {
        output.write(raw());
    }

    /**
     * Return the mail with the date that it has at a server with this clock: its own unless it would be dated by itself, and
     * the clock is another one than the system's.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    default InboundMail dated(InstantSource clock) {
        return this;
    }

    /** Begin a mail from this address, such as {@code carol@example.net} or {@code Carol <carol@example.net>}. */
    static ComposedMail from(String sender) {
        return ComposedMail.from(sender);
    }

    /**
     * Begin an answer to a message, from its first recipient to its {@code Reply-To} or {@code From}: with subject,
     * {@code In-Reply-To} and {@code References} as RFC 5322 section 3.6.4 says.
     */
    static ComposedMail replyTo(MailSource original) {
        return Conversation.reply(original);
    }

    /** Begin a mail that forwards a message as an attachment, from its first recipient; it lacks a recipient yet. */
    static ComposedMail forward(MailSource original) {
        return Conversation.forward(original);
    }

    /**
     * Ask to be taken off a list, by mail to the {@code mailto} address in {@code List-Unsubscribe} (RFC 2369).
     *
     * @throws IllegalArgumentException if the message has no such address
     */
    static ComposedMail unsubscribe(MailSource original) {
        return Unsubscription.from(original);
    }

    /**
     * Take a message of Jakarta Mail as it is written now; changes that are made to it later are not seen.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    static InboundMail of(MimeMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException | MessagingException e) {
            throw new IllegalArgumentException("The message cannot be written: " + e.getMessage(), e);
        }
        return raw(bytes.toByteArray());
    }

    /**
     * Take a message that stands in the source of the test, header and all, such as a text block: its characters in UTF-8,
     * each end of a line as CR LF (RFC 5322 section 2.3).
     */
    static InboundMail raw(String message) {
        return raw(message.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Take these bytes as they are. */
    static InboundMail raw(byte[] bytes) {
        byte[] copy = bytes.clone();
        return copy::clone;
    }

    /**
     * Take a file as it is.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static InboundMail eml(Path file) {
        try {
            return raw(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Take a resource of the class path as it is.
     *
     * @param resource an absolute name, such as {@code /mails/order.eml}
     * @throws IllegalArgumentException if there is none of that name
     */
    static InboundMail eml(String resource) {
        try (InputStream bytes = InboundMail.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalArgumentException("No resource " + resource
                        + " on the class path; the name begins with a slash, such as /mails/order.eml");
            }
            return raw(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

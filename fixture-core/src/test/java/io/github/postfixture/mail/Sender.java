package io.github.postfixture.mail;

import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends mail for a test, byte for byte. */
public final class Sender {

    private Sender() {}

    /** Send a message from shop@example.org, and return when the server has accepted it. */
    public static void send(MailServer server, String message, String... recipients) {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(server.smtp())) {
            String reply = client.deliver(message.replace("\n", "\r\n"), "shop@example.org", recipients);
            if (!reply.startsWith("250")) {
                throw new IllegalStateException(reply);
            }
            client.say("QUIT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Send a message and return it as it was received. */
    public static ReceivedMail receive(String message, String... recipients) {
        try (MailServer server = MailServer.start()) {
            send(server, message, recipients.length == 0 ? new String[] {"alice@example.org"} : recipients);
            return server.awaitMail();
        }
    }
}

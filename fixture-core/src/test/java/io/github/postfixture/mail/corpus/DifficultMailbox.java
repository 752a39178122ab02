package io.github.postfixture.mail.corpus;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.SmtpOptions;
import java.io.IOException;
import java.util.List;

/** A server with one mailbox, to which all difficult messages were sent. */
final class DifficultMailbox implements AutoCloseable {

    static final String READER = "reader@example.org";

    private final MailServer server = MailServer.builder()
            .smtp(SmtpOptions.defaults().allowBareLineEndings())
            .account(READER, "secret")
            .start();
    private final List<DifficultMessage> messages = DifficultMessages.all();

    private DifficultMailbox() {}

    /** Start a server and send everything: by DATA what ends in CRLF, by BDAT what does not. */
    static DifficultMailbox filled() throws IOException {
        DifficultMailbox mailbox = new DifficultMailbox();
        try (WireClient client = new WireClient(mailbox.server.smtp())) {
            client.say("HELO client.example");
            for (DifficultMessage message : mailbox.messages) {
                mailbox.deliver(client, message);
            }
        }
        return mailbox;
    }

    MailServer server() {
        return server;
    }

    List<DifficultMessage> messages() {
        return messages;
    }

    @Override
    public void close() {
        server.close();
    }

    private void deliver(WireClient client, DifficultMessage message) throws IOException {
        client.say("MAIL FROM:<sender@example.org>");
        client.say("RCPT TO:<" + READER + ">");
        if (message.text().endsWith("\r\n")) {
            client.say("DATA");
            client.send(message.text().replaceAll("(?<=\\A|\r\n)\\.", "..") + ".\r\n");
        } else {
            client.send("BDAT " + message.octets().length() + " LAST\r\n");
            client.send(message.octets());
        }
        String reply = client.line();
        if (!reply.startsWith("250 ")) {
            throw new IOException(message.name() + " is refused: " + reply);
        }
    }
}

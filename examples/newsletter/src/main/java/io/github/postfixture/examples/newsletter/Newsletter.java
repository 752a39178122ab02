package io.github.postfixture.examples.newsletter;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Properties;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Writes to its subscribers, one after the other, on one connection as long as the server lets it. */
public final class Newsletter {

    private static final String SENDER = "news@example.org";
    private static final String BOUNCES = "bounces@example.org";
    private static final int MOST_TRIES = 5;

    private final Subscribers subscribers;
    private final URI unsubscribePage;
    private final Consumer<Duration> pause;
    private final Session session;

    /**
     * Make a newsletter.
     *
     * @param pause waits before another try
     */
    public Newsletter(URI smtp, Subscribers subscribers, URI unsubscribePage, Consumer<Duration> pause) {
        this.subscribers = subscribers;
        this.unsubscribePage = unsubscribePage;
        this.pause = pause;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.getHost());
        properties.put("mail.smtp.port", String.valueOf(smtp.getPort()));
        properties.put("mail.smtp.from", BOUNCES);
        session = Session.getInstance(properties);
    }

    /** Send an issue to everybody, and drop whom the server does not know; return who did not get it. */
    public Queue<String> send(String subject, String text) throws MessagingException {
        Queue<String> waiting = new ArrayDeque<>(subscribers.addresses());
        Duration before = Duration.ofSeconds(1);
        for (int tries = 1; tries <= MOST_TRIES && !waiting.isEmpty(); tries++) {
            if (tries > 1) {
                pause.accept(before);
                before = before.multipliedBy(2);
            }
            waiting = sendToAll(waiting, subject, text);
        }
        return waiting;
    }

    /** Send to these, and return who is to be tried again. */
    private Queue<String> sendToAll(Queue<String> addresses, String subject, String text) throws MessagingException {
        Queue<String> again = new ArrayDeque<>();
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            for (String address : addresses) {
                if (!transport.isConnected()) {
                    transport.connect();
                }
                send(transport, issue(address, subject, text), address, again);
            }
        }
        return again;
    }

    private void send(SMTPTransport transport, MimeMessage issue, String address, Queue<String> again)
            throws MessagingException {
        try {
            transport.sendMessage(issue, issue.getAllRecipients());
        } catch (MessagingException e) {
            if (isForGood(transport, e)) {
                subscribers.suppress(address);
            } else {
                again.add(address);
            }
            if (transport.getLastReturnCode() == 421 || transport.getLastReturnCode() < 0) {
                transport.close();
            }
        }
    }

    private static boolean isForGood(SMTPTransport transport, MessagingException failure) {
        int code = failure instanceof SMTPSendFailedException refused
                ? refused.getReturnCode()
                : transport.getLastReturnCode();
        return code >= 500;
    }

    private MimeMessage issue(String address, String subject, String text) throws MessagingException {
        URI link = URI.create(unsubscribePage + "?token=" + subscribers.token(address));
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(SENDER));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe", "<" + link + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Precedence", "bulk");
        message.setText(text + "\n\nUnsubscribe: " + link + "\n", "UTF-8");
        return message;
    }
}

package io.github.postfixture.junit5.planted;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;

/** Sends an issue to its subscribers. */
final class Newsletter {

    private final Bug bug;
    private final Mailer mailer;
    private final URI unsubscribe;

    Newsletter(Mailer mailer, URI unsubscribe, Bug bug) {
        this.mailer = mailer;
        this.unsubscribe = unsubscribe;
        this.bug = bug;
    }

    void send(String subject, List<String> subscribers) throws MessagingException {
        for (String subscriber :
                bug == Bug.LAST_SUBSCRIBER_LEFT_OUT ? subscribers.subList(0, subscribers.size() - 1) : subscribers) {
            mailer.send(issue(subject, subscriber), 1, 0);
        }
    }

    private MimeMessage issue(String subject, String subscriber) throws MessagingException {
        MimeMessage message = mailer.message();
        message.setFrom(new InternetAddress("news@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(subscriber));
        message.setSubject(subject);
        String link = unsubscribe + "?who=" + subscriber;
        message.setHeader("List-Unsubscribe", bug == Bug.UNSUBSCRIBE_LINK_WITHOUT_BRACKETS ? link : "<" + link + ">");
        if (bug != Bug.ONE_CLICK_POST_MISSING) {
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setText("News of the week.");
        return message;
    }
}

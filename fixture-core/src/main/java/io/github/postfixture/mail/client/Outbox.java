package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.inbound.InboundMail;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.Optional;

/** What waits to be sent. Used by one thread at a time. */
final class Outbox {

    private final LocalCopy copy;
    private final MailAccount account;

    Outbox(LocalCopy copy, MailAccount account) {
        this.copy = copy;
        this.account = account;
    }

    void add(InboundMail mail) {
        copy.post(mail.raw());
    }

    boolean isEmpty() {
        return copy.outbox().isEmpty();
    }

    /** Send what waits, and return what was in the way. */
    Optional<MailClientException> tryToSend(Endpoint smtp) {
        try {
            send(smtp);
            return Optional.empty();
        } catch (MailClientException e) {
            return Optional.of(e);
        }
    }

    /** Send what waits: a mail that is refused does not keep the others back, a server that is gone does. */
    void send(Endpoint smtp) {
        Optional<MailClientException> failure = Optional.empty();
        for (LocalMail waiting : copy.outbox()) {
            try {
                account.send(smtp, waiting.raw());
                copy.sent(waiting);
            } catch (SendFailedException e) {
                failure = failure.or(() -> Optional.of(unsent(waiting, e)));
            } catch (MessagingException | IOException e) {
                throw unsent(waiting, e);
            }
        }
        failure.ifPresent(first -> {
            throw first;
        });
    }

    private static MailClientException unsent(LocalMail waiting, Exception cause) {
        return new MailClientException("Cannot send " + waiting + ", which waits in the outbox", cause);
    }
}

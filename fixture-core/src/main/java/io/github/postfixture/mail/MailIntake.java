package io.github.postfixture.mail;

import io.github.postfixture.await.Journal;
import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apiguardian.api.API;

/**
 * Where every message enters a {@link MailServer}, whichever protocol or API brought it: it is kept once, laid into the
 * mailbox of each recipient, and published once its sender has the answer. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class MailIntake {

    private final Mailboxes mailboxes;
    private final Timeline timeline;
    private final ConnectionPolicy allowed;
    private final Journal<ReceivedMail> journal;
    private volatile int accepted;

    /**
     * Begin with no message.
     *
     * @param allowed where links of the messages may lead
     */
    MailIntake(Mailboxes mailboxes, Timeline timeline, ConnectionPolicy allowed) {
        this.mailboxes = mailboxes;
        this.timeline = timeline;
        this.allowed = allowed;
        journal = new Journal<>(timeline);
    }

    /**
     * Store a message; once this returns, the message cannot be lost.
     *
     * @param envelope whom it is for, and how it came; {@link Envelope#via()} is the source on the timeline
     * @param receivedAt when its last byte was read
     * @param transcript the dialogue that brought it
     * @return what to run once its sender has the answer: lets auto-responders answer, and waits end
     */
    public Runnable accept(Envelope envelope, Octets message, Instant receivedAt, Transcript transcript) {
        Collection<Mailbox> addressees = addressees(envelope);
        List<Journal.Entry<ReceivedMail>> entries = new ArrayList<>();
        ReceivedMail mail = store(
                number -> new ReceivedMail(number, envelope, message, receivedAt, transcript, allowed),
                addressees,
                entries);
        return () -> {
            addressees.forEach(mailbox -> mailbox.robots().arrived(mail));
            entries.forEach(Journal.Entry::publish);
            timeline.append(envelope.via(), mail);
        };
    }

    Journal<ReceivedMail> journal() {
        return journal;
    }

    /** Return how many messages were stored. */
    int accepted() {
        return accepted;
    }

    /** Forget all mail of all mailboxes, and what readers did with it. */
    synchronized void clear() {
        mailboxes.all().forEach(Mailbox::clear);
        journal.clear();
    }

    private synchronized ReceivedMail store(
            IntFunction<ReceivedMail> message,
            Collection<Mailbox> addressees,
            List<Journal.Entry<ReceivedMail>> entries) {
        accepted++;
        ReceivedMail mail = message.apply(accepted);
        addressees.forEach(mailbox -> entries.add(mailbox.deliver(mail)));
        entries.add(journal.record(mail));
        return mail;
    }

    /** Return each mailbox once, however often it is named. */
    private Collection<Mailbox> addressees(Envelope envelope) {
        Map<String, Mailbox> addressees = new LinkedHashMap<>();
        for (String recipient : envelope.recipients()) {
            Mailbox mailbox = mailboxes.mailbox(recipient);
            addressees.put(mailbox.address(), mailbox);
        }
        return addressees.values();
    }
}

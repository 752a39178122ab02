package io.github.postfixture.mail;

import io.github.postfixture.mail.inbound.AutoResponder;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mime.AddressSpec;
import io.github.postfixture.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The robots that answer what comes into one mailbox. Safe for use by several threads. */
final class AutoResponders {

    private static final String SOURCE = "robot";
    private static final int MOST_ANSWERS = 25;

    private final String address;
    private final Timeline timeline;
    private final Function<String, Mailbox> mailboxes;
    private final List<AutoResponder> robots = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new HashMap<>();

    AutoResponders(String address, Timeline timeline, Function<String, Mailbox> mailboxes) {
        this.address = address;
        this.timeline = timeline;
        this.mailboxes = mailboxes;
    }

    void add(AutoResponder robot) {
        robots.add(robot);
    }

    synchronized void clear() {
        robots.clear();
        answers.clear();
    }

    /** Let the robots answer a mail that has come; their answers are in their mailboxes once this returns. */
    void arrived(MailSource mail) {
        for (AutoResponder robot : robots) {
            try {
                robot.answer(mail).ifPresent(answer -> send(answer, mail));
            } catch (RuntimeException | Error e) {
                timeline.append(SOURCE, "the robot of " + address + " failed at " + mail + ": " + e);
            }
        }
    }

    private void send(InboundMail answer, MailSource mail) {
        Optional<String> recipient = MailLoops.sender(mail);
        if (recipient.isEmpty()) {
            timeline.append(SOURCE, "the robot of " + address + " does not know whom to answer: " + mail);
        } else if (mayAnswer(recipient.get())) {
            DeliveredMail sent = mailboxes.apply(recipient.get()).deliveries().deliverAnswer(answer);
            timeline.append(SOURCE, address + " answers " + mail + " by " + sent);
        } else {
            timeline.append(
                    SOURCE,
                    "the robot of " + address + " has answered " + recipient.get() + " " + MOST_ANSWERS
                            + " times, and stops");
        }
    }

    private synchronized boolean mayAnswer(String recipient) {
        return answers.merge(AddressSpec.of(recipient).toString(), 1, Integer::sum) <= MOST_ANSWERS;
    }
}

package io.github.postfixture.mail;

import io.github.postfixture.mail.message.ReceivedMail;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The mails of a server that somebody has looked at: the test, or a client. Safe for use by several threads. */
final class SeenMails {

    private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();

    void add(ReceivedMail mail) {
        numbers.add(mail.number());
    }

    boolean contains(ReceivedMail mail) {
        return numbers.contains(mail.number());
    }
}

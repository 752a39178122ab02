package io.github.postfixture.mail.pop3;

import io.github.postfixture.octets.Octets;
import java.util.Collection;

/**
 * The messages of an {@code INBOX} as they were when a session began (RFC 1939 section 4), numbered from 1. Any number of
 * sessions may have one of the same {@code INBOX}: what another removes stays readable here.
 */
public interface Maildrop {

    /** Return how many messages there are. */
    int size();

    /** Return the bytes of a message. */
    Octets octets(int number);

    /** Return what tells a message from all others of the mailbox, for good: 1 to 70 printable characters. */
    String uniqueId(int number);

    /** Take note that the client is about to get a message: with something of its body, or without. */
    void hand(int number, boolean withBody);

    /** Take note that the client has left; only the first time counts. */
    void leave(boolean saidGoodbye);

    /** Remove messages from the mailbox, for good; those that another session has removed are none of the business. */
    void remove(Collection<Integer> numbers);
}

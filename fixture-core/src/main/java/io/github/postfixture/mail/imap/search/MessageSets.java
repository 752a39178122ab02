package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.function.Predicate;

/** Knows which messages a set of numbers means, such as {@code 1,3:5,8:*} or {@code $}. */
@FunctionalInterface
public interface MessageSets {

    /**
     * Return what tells the messages in a set from the others.
     *
     * @param set as the client wrote it
     * @param byUid whether it names UIDs, and not message numbers
     * @throws BadSyntaxException if it is no set
     */
    Predicate<SearchedMessage> membersOf(String set, boolean byUid) throws BadSyntaxException;
}

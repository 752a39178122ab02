package io.github.postfixture.mail;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that is wanted of a mail.
 *
 * @param description the wish in words, such as {@code with subject "Welcome"}
 * @param condition whether a mail has it
 * @param found what a mail has instead, in words
 * @param addresses the addresses that are wanted
 */
record MailFact(
        String description,
        Predicate<? super ReceivedMail> condition,
        Function<? super ReceivedMail, String> found,
        List<String> addresses) {

    static MailFact of(String description, Predicate<? super ReceivedMail> condition) {
        return new MailFact(description, condition, ReceivedMail::toString, List.of());
    }

    MailFact found(Function<? super ReceivedMail, String> words) {
        return new MailFact(description, condition, words, addresses);
    }

    MailFact about(String address) {
        return new MailFact(description, condition, found, List.of(address));
    }

    boolean holds(ReceivedMail mail) {
        return condition.test(mail);
    }
}

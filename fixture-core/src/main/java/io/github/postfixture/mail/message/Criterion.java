package io.github.postfixture.mail.message;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * One thing that is wanted of a mail.
 *
 * @param description the wish in words, such as {@code with subject "Welcome"}
 * @param condition whether a mail has it
 * @param found what a mail has instead, in words
 * @param addresses the addresses that are wanted
 */
@API(status = API.Status.INTERNAL)
public record Criterion(
        String description,
        Predicate<? super ReceivedMail> condition,
        Function<? super ReceivedMail, String> found,
        List<String> addresses) {

    static Criterion of(String description, Predicate<? super ReceivedMail> condition) {
        return new Criterion(description, condition, ReceivedMail::toString, List.of());
    }

    Criterion found(Function<? super ReceivedMail, String> words) {
        return new Criterion(description, condition, words, addresses);
    }

    Criterion about(String address) {
        return new Criterion(description, condition, found, List.of(address));
    }

    boolean holds(ReceivedMail mail) {
        return condition.test(mail);
    }
}

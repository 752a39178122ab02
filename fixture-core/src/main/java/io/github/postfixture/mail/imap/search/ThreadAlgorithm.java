package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** How messages become threads (RFC 5256, {@code THREAD}). */
public enum ThreadAlgorithm {
    /** Messages with the same subject. */
    ORDEREDSUBJECT,

    /** Messages that refer to each other, and then those with the same subject. */
    REFERENCES;

    /**
     * Take the name of an algorithm.
     *
     * @throws BadSyntaxException if there is none of that name
     */
    public static ThreadAlgorithm take(Arguments arguments) throws BadSyntaxException {
        String name = arguments.atom();
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadSyntaxException("Unknown algorithm " + name));
    }

    /**
     * Return the threads as IMAP writes them, {@code (1)(2 3 (4)(5 6))}.
     *
     * @param messages what was found
     * @param shown how a message is called: its number, or its UID
     */
    public String threads(Collection<? extends SearchedMessage> messages, ToLongFunction<SearchedMessage> shown) {
        List<Candidate> candidates = messages.stream()
                .sorted(Comparator.comparingLong(SearchedMessage::number))
                .map(Candidate::new)
                .toList();
        return ThreadText.of(threads(candidates), shown);
    }

    private List<ThreadNode> threads(List<Candidate> candidates) {
        return this == REFERENCES ? ReferenceThreads.of(candidates) : SubjectThreads.of(candidates);
    }
}

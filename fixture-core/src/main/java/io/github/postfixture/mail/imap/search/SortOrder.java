package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mime.EncodedWords;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** In which order a client wants messages (RFC 5256, {@code SORT}). Immutable. */
public final class SortOrder {

    private final Comparator<Candidate> order;

    private SortOrder(Comparator<Candidate> order) {
        this.order = order;
    }

    /**
     * Take a list of sort keys in parentheses.
     *
     * @throws BadSyntaxException if something else is next
     */
    public static SortOrder take(Arguments arguments) throws BadSyntaxException {
        arguments.take('(');
        Map<String, Comparator<Candidate>> keys = new LinkedHashMap<>();
        do {
            takeKey(arguments, keys);
        } while (arguments.skip(' '));
        arguments.take(')');
        Comparator<Candidate> byNumber =
                Comparator.comparing(candidate -> candidate.message().number());
        return new SortOrder(keys.values().stream()
                .reduce(Comparator::thenComparing)
                .orElse(byNumber)
                .thenComparing(byNumber));
    }

    /** Return the messages in this order; what is equal, by number. */
    public <T extends SearchedMessage> List<T> sorted(Collection<T> messages) {
        Map<T, Candidate> candidates = new HashMap<>();
        messages.forEach(message -> candidates.put(message, new Candidate(message)));
        return messages.stream()
                .sorted(Comparator.comparing(candidates::get, order))
                .toList();
    }

    /** Take a key; one that comes again, reversed or not, has nothing left to decide. */
    private static void takeKey(Arguments arguments, Map<String, Comparator<Candidate>> keys)
            throws BadSyntaxException {
        String first = arguments.atom().toUpperCase(Locale.ROOT);
        boolean reversed = first.equals("REVERSE");
        if (reversed) {
            arguments.take(' ');
        }
        String name = reversed ? arguments.atom().toUpperCase(Locale.ROOT) : first;
        Comparator<Candidate> key = key(name);
        keys.putIfAbsent(name, reversed ? key.reversed() : key);
    }

    private static Comparator<Candidate> key(String name) throws BadSyntaxException {
        return switch (name) {
            case "ARRIVAL" -> by(candidate -> candidate.message().receivedAt().toInstant());
            case "DATE" -> by(Candidate::sentAt);
            case "SIZE" ->
                by(candidate -> candidate.message().content().octets().length());
            case "SUBJECT" -> by(candidate -> candidate.subject().text());
            case "FROM", "TO", "CC" -> by(candidate -> mailbox(candidate, name));
            case "DISPLAYFROM", "DISPLAYTO" ->
                by(candidate -> shownName(candidate, name.substring("DISPLAY".length())));
            default -> throw new BadSyntaxException("Unknown sort key " + name);
        };
    }

    /** Compare by something that is read once from each message. */
    private static <T extends Comparable<T>> Comparator<Candidate> by(Function<Candidate, T> property) {
        Map<Candidate, T> known = new HashMap<>();
        return Comparator.comparing(candidate -> known.computeIfAbsent(candidate, property));
    }

    private static String mailbox(Candidate candidate, String field) {
        return candidate.addresses(field).stream()
                .findFirst()
                .map(address -> address.mailbox().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    /** Return the first name, or the address if it has none (RFC 5957). */
    private static String shownName(Candidate candidate, String field) {
        return candidate.addresses(field).stream()
                .findFirst()
                .map(address -> address.name().isEmpty() ? address.mailbox() + "@" + address.host() : address.name())
                .map(name -> EncodedWords.decode(name).toUpperCase(Locale.ROOT))
                .orElse("");
    }
}

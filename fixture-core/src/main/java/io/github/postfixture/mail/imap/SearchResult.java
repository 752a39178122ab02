package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a client wants to hear what was found.
 *
 * @param request what asks for it
 * @param options what of it, if that is said (RFC 4731); nothing for all, in the old form
 */
record SearchResult(ImapRequest request, Optional<Set<Option>> options) {

    /** Take {@code RETURN} with its options, if it is next. */
    static SearchResult take(ImapRequest request) throws BadSyntaxException {
        Arguments arguments = request.arguments();
        return new SearchResult(
                request, arguments.skipWord("RETURN (") ? Optional.of(options(arguments)) : Optional.empty());
    }

    /** Return the untagged responses, and let the folder save the result if that was asked for. */
    List<String> responses(SelectedFolder selected, List<FoundMessage> found, boolean withModSeq) {
        options.filter(wanted -> wanted.contains(Option.SAVE)).ifPresent(wanted -> selected.save(saved(wanted, found)));
        if (options.isEmpty()) {
            return List.of(plain(found, withModSeq));
        }
        return options.get().equals(EnumSet.of(Option.SAVE))
                ? List.of()
                : List.of(extended(options.get(), found, withModSeq));
    }

    private String plain(List<FoundMessage> found, boolean withModSeq) {
        String numbers = found.stream().map(message -> " " + shown(message)).collect(Collectors.joining());
        String name = isSorted() ? "* SORT" : "* SEARCH";
        return name + numbers + (withModSeq && !found.isEmpty() ? " (MODSEQ " + highestModSeq(found) + ")" : "");
    }

    private String extended(Set<Option> wanted, List<FoundMessage> found, boolean withModSeq) {
        List<String> parts = new ArrayList<>();
        parts.add("* ESEARCH (TAG \"" + request.tag() + "\")" + (request.byUid() ? " UID" : ""));
        if (!found.isEmpty()) {
            List<Long> numbers = found.stream().map(this::shown).toList();
            add(parts, wanted, Option.MIN, Collections.min(numbers));
            add(parts, wanted, Option.MAX, Collections.max(numbers));
            add(parts, wanted, Option.ALL, all(numbers));
        }
        add(parts, wanted, Option.COUNT, found.size());
        if (withModSeq && !found.isEmpty()) {
            parts.add("MODSEQ " + highestModSeq(told(wanted, found)));
        }
        return String.join(" ", parts);
    }

    /** Return the messages that the response is about: only the first and the last if no more is asked (RFC 4731 section 3.2). */
    private List<FoundMessage> told(Set<Option> wanted, List<FoundMessage> found) {
        if (wanted.contains(Option.ALL) || wanted.contains(Option.COUNT)) {
            return found;
        }
        List<FoundMessage> ends = new ArrayList<>();
        if (wanted.contains(Option.MIN)) {
            ends.add(Collections.min(found, Comparator.comparing(FoundMessage::uid)));
        }
        if (wanted.contains(Option.MAX)) {
            ends.add(Collections.max(found, Comparator.comparing(FoundMessage::uid)));
        }
        return ends.isEmpty() ? found : ends;
    }

    private static void add(List<String> parts, Set<Option> wanted, Option option, Object value) {
        if (wanted.contains(option)) {
            parts.add(option + " " + value);
        }
    }

    private String all(List<Long> numbers) {
        return isSorted()
                ? numbers.stream().map(String::valueOf).collect(Collectors.joining(","))
                : NumberRanges.of(numbers).toString();
    }

    private boolean isSorted() {
        return request.name().endsWith("SORT");
    }

    private long shown(FoundMessage message) {
        return request.byUid() ? message.uid() : message.number();
    }

    private static long highestModSeq(List<FoundMessage> found) {
        return found.stream().mapToLong(FoundMessage::modSeq).max().orElseThrow();
    }

    /** Return what is saved: all, unless only the first or the last is asked for (RFC 5182 section 2.4). */
    private static List<Long> saved(Set<Option> wanted, List<FoundMessage> found) {
        List<Long> uids = found.stream().map(FoundMessage::uid).sorted().toList();
        boolean ends = wanted.contains(Option.MIN) || wanted.contains(Option.MAX);
        if (!ends || uids.isEmpty() || wanted.contains(Option.ALL) || wanted.contains(Option.COUNT)) {
            return uids;
        }
        List<Long> saved = new ArrayList<>();
        if (wanted.contains(Option.MIN)) {
            saved.add(uids.get(0));
        }
        if (wanted.contains(Option.MAX)) {
            saved.add(uids.get(uids.size() - 1));
        }
        return saved.stream().distinct().toList();
    }

    private static Set<Option> options(Arguments arguments) throws BadSyntaxException {
        Set<Option> options = EnumSet.noneOf(Option.class);
        while (!arguments.skip(')')) {
            options.add(Option.of(arguments.atom()));
            arguments.skip(' ');
        }
        arguments.take(' ');
        return options.isEmpty() ? EnumSet.of(Option.ALL) : options;
    }

    /** What of a result is wanted. */
    enum Option {
        MIN,
        MAX,
        ALL,
        COUNT,
        SAVE;

        static Option of(String name) throws BadSyntaxException {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new BadSyntaxException("Unknown option " + name);
            }
        }
    }
}

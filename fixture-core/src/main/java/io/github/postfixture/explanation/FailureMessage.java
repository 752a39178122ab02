package io.github.postfixture.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The message of a failure. Its first line is one sentence with the news, what was expected and what was there instead,
 * as many tools show no more; the subject and lists follow. What came over the wire stands in it as a terminal can
 * show it. Immutable.
 */
public final class FailureMessage {

    private static final int LONGEST = 120;
    private static final int LONGEST_ELEMENT = 240;

    private final String sentence;
    private final List<String> blocks;
    private final Optional<Comparison> comparison;

    private FailureMessage(String sentence, List<String> blocks, Optional<Comparison> comparison) {
        this.sentence = sentence;
        this.blocks = List.copyOf(blocks);
        this.comparison = comparison;
    }

    /** Two values that reports and development environments show side by side. */
    record Comparison(Object expected, Object found) {}

    /**
     * Begin with what was expected, and what was there instead.
     *
     * @param expected follows the word Expected, such as {@code mailbox alice@example.org to be empty}
     * @param instead follows the word but, such as {@code it holds 2 mails}
     */
    public static FailureMessage expected(String expected, String instead) {
        return new FailureMessage(
                ended("Expected " + Printable.line(expected) + " but " + Printable.line(instead)),
                List.of(),
                Optional.empty());
    }

    /**
     * Begin with a value that is another one. Of long ones the sentence shows what stands around the first difference; all of
     * them follows.
     *
     * @param what whose value it is, such as {@code the subject}
     * @param found nothing, or an empty {@link Optional}, if there is none
     */
    public static FailureMessage differing(String what, Object expected, Object found) {
        ShownValue wanted = ShownValue.of(expected);
        ShownValue actual = ShownValue.of(found);
        int place = wanted.differenceFrom(actual);
        String instead =
                actual.isEmpty() && !(found instanceof String) ? "there is none" : was(found) + actual.around(place);
        FailureMessage message = expected(what + " to be " + wanted.around(place), instead)
                .with(AdjacentDates.note(String.valueOf(expected), String.valueOf(found)))
                .comparing(expected, found);
        return wanted.isShort() && actual.isShort()
                ? message
                : message.block("Expected", wanted.linesAround(place)).block("Actual", actual.linesAround(place));
    }

    /** Return a value in one line; of a long one what stands around the first difference from what was expected. */
    public static String excerpt(String expected, String found) {
        ShownValue value = ShownValue.of(List.of(found));
        return found.isEmpty() ? "" : value.around(ShownValue.of(expected).differenceFrom(value));
    }

    /** Begin with a text that does not contain a part. */
    public static FailureMessage notContaining(String what, String part, String text) {
        ShownValue found = ShownValue.of(text);
        FailureMessage message = expected(
                        what + " to contain " + ShownValue.of(part).around(0), "it is " + found.around(0))
                .with(AdjacentDates.note(part, text));
        return found.isShort() ? message : message.block("Actual", found.linesAround(0));
    }

    /**
     * Begin with something that is missing among others. As many of those as fit stand in the sentence; if that is not
     * all, the list follows.
     *
     * @param expected what is missing, such as {@code a header named X-Order}
     * @param noun what each of the others is, such as {@code header}
     */
    public static FailureMessage lacking(String expected, String noun, Collection<?> found) {
        if (found.isEmpty()) {
            return expected(expected, "there are " + Quantity.of(0, noun));
        }
        String verb = found.size() == 1 ? "the only " + noun + " is " : "the " + Quantity.plural(noun) + " are ";
        return expected(expected, verb + firstOf(found, ", ")).withRest("All " + Quantity.plural(noun), found);
    }

    /**
     * Begin with things that ought not to be there. As many as fit stand in the sentence; if that is not all, the list follows.
     *
     * @param expected such as {@code no mixed content}
     */
    public static FailureMessage having(String expected, Collection<?> found) {
        String number = found.size() == 1 ? "found " : "found " + found.size() + ": ";
        return expected(expected, number + firstOf(found, ", ")).withRest("All of them", found);
    }

    /**
     * Begin with reasons, each of which says what is wrong. As many as fit stand in the sentence; if that is not all, the
     * list follows.
     */
    public static FailureMessage because(String expected, Collection<?> reasons) {
        return expected(expected, firstOf(reasons, "; ")).withRest("All that is wrong", reasons);
    }

    /** Put the subject below the sentence, in a line of its own, unless the sentence names it. */
    public FailureMessage on(Object subject) {
        return isNaming(subject) ? this : with(0, "  " + Printable.line(subject));
    }

    /** Return whether the sentence names this, as one that is empty always is. */
    boolean isNaming(Object subject) {
        return sentence.contains(Printable.line(subject));
    }

    /** Add a list below a title, which goes without its colon; of many elements the first twenty; nothing if there are none. */
    public FailureMessage with(String title, Collection<?> elements) {
        return elements.isEmpty() ? this : block(title, Listing.of(elements));
    }

    /** Add a list below a title; of many elements the first so many. */
    public FailureMessage with(String title, Collection<?> elements, int longest) {
        return block(title, Listing.of(elements, longest));
    }

    /** Add lines; nothing if they are empty. */
    public FailureMessage with(String lines) {
        return lines.isEmpty() ? this : with(blocks.size(), lines);
    }

    /** Let reports and development environments show two values side by side; an empty {@link Optional} is an empty text. */
    public FailureMessage comparing(Object expected, Object found) {
        return new FailureMessage(sentence, blocks, Optional.of(new Comparison(compared(expected), compared(found))));
    }

    private static Object compared(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object.class::cast).orElse("")
                : value;
    }

    /** Return the values to be shown side by side, if there are some. */
    Optional<Comparison> comparison() {
        return comparison;
    }

    /** Return the failure. */
    public AssertionError error() {
        return new AssertionError(toString());
    }

    /** Return the failure that something else has caused. */
    public AssertionError error(Throwable cause) {
        return new AssertionError(toString(), cause);
    }

    @Override
    public String toString() {
        return blocks.isEmpty() ? sentence : sentence + "\n" + String.join("\n", blocks);
    }

    private FailureMessage with(int place, String lines) {
        List<String> more = new ArrayList<>(blocks);
        more.add(place, Printable.lines(lines));
        return new FailureMessage(sentence, more, comparison);
    }

    private static String ended(String sentence) {
        return ".?".indexOf(sentence.charAt(sentence.length() - 1)) < 0 ? sentence + "." : sentence;
    }

    private static String was(Object found) {
        return found instanceof Collection<?> all && all.size() > 1 ? "were " : "was ";
    }

    private FailureMessage block(String title, String lines) {
        return with(title + ":\n" + lines);
    }

    private FailureMessage withRest(String title, Collection<?> all) {
        return fitting(all) == all.size() && all.stream().allMatch(FailureMessage::isShort) ? this : with(title, all);
    }

    private static String firstOf(Collection<?> all, String separator) {
        long shown = fitting(all);
        String first = all.stream().limit(shown).map(FailureMessage::shortened).collect(Collectors.joining(separator));
        return shown == all.size() ? first : first + " and " + (all.size() - shown) + " more";
    }

    /** Return how many of them a sentence can hold; at least one. */
    private static long fitting(Collection<?> all) {
        int length = 0;
        int count = 0;
        for (Object one : all) {
            length += Printable.line(one).length();
            if (length > LONGEST && count > 0) {
                return count;
            }
            count++;
        }
        return count;
    }

    private static boolean isShort(Object element) {
        return Printable.line(element).length() <= LONGEST_ELEMENT;
    }

    private static String shortened(Object element) {
        String line = Printable.line(element);
        return isShort(element) ? line : line.substring(0, LONGEST_ELEMENT) + "\u2026";
    }
}

package io.github.postfixture.explanation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dates in two texts of which one is the day before or after the other, as where an instant was shown in another time zone. */
final class AdjacentDates {

    private static final int LONGEST = 10_000;
    private static final String MONTH =
            "(" + Arrays.stream(Month.values()).map(AdjacentDates::name).collect(Collectors.joining("|")) + ")";
    private static final Map<Pattern, Function<MatchResult, LocalDate>> NOTATIONS = Map.of(
            Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"),
            date -> LocalDate.of(number(date, 1), number(date, 2), number(date, 3)),
            Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b"),
            date -> LocalDate.of(number(date, 3), number(date, 2), number(date, 1)),
            Pattern.compile("\\b(\\d{1,2}) " + MONTH + " (\\d{4})\\b"),
            date -> LocalDate.of(number(date, 3), month(date, 2), number(date, 1)),
            Pattern.compile("\\b" + MONTH + " (\\d{1,2}), (\\d{4})\\b"),
            date -> LocalDate.of(number(date, 3), month(date, 1), number(date, 2)));

    private AdjacentDates() {}

    private record Found(String words, LocalDate date) {}

    /** Return a line on the first date of a text that is one day off; empty if there is none, or if the wanted one is there too. */
    static String note(String expected, String found) {
        List<Found> there = in(found);
        return in(expected).stream()
                .filter(wanted -> there.stream().noneMatch(one -> one.date().equals(wanted.date())))
                .flatMap(wanted -> there.stream().flatMap(one -> inWords(wanted, one).stream()))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> inWords(Found wanted, Found found) {
        boolean before = found.date().plusDays(1).equals(wanted.date());
        boolean after = found.date().minusDays(1).equals(wanted.date());
        return before || after
                ? Optional.of(found.words() + " is the day " + (before ? "before " : "after ") + wanted.words()
                        + ": a time near midnight has another date in another time zone, in UTC too.")
                : Optional.empty();
    }

    private static List<Found> in(String text) {
        String first = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return NOTATIONS.entrySet().stream()
                .flatMap(notation ->
                        notation.getKey().matcher(first).results().flatMap(match -> read(match, notation.getValue())))
                .toList();
    }

    private static Stream<Found> read(MatchResult match, Function<MatchResult, LocalDate> notation) {
        try {
            return Stream.of(new Found(match.group(), notation.apply(match)));
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }

    private static int number(MatchResult date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static Month month(MatchResult date, int group) {
        return Arrays.stream(Month.values())
                .filter(month -> name(month).equals(date.group(group)))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}

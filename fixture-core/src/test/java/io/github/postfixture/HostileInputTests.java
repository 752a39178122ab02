package io.github.postfixture;

import static io.github.postfixture.HostileInput.MEGABYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * No hostile input of a megabyte makes a public check or reading run on, overflow a small stack, or throw anything but an
 * AssertionError, and none costs out of proportion to its length. A few inputs are tried always, all by
 * {@code -Dpostfixture.hostile=all}, and some by their numbers, such as {@code -Dpostfixture.hostile=7,8}.
 */
@Timeout(2400)
class HostileInputTests {

    private static final int SOME = 3;
    private static final int TRIES = 4;
    private static final int LONGEST_TEXT = 1 << 16;

    @TempDir
    Path directory;

    @Test
    void makesEveryPublicCheckHoldOrFailAtACostInProportion() throws Exception {
        try (HostileSubjects subjects = new HostileSubjects();
                PublicChecks checks = new PublicChecks(arguments(subjects))) {
            callAllOfHarmless(subjects, checks);
            Set<String> steep = new TreeSet<>();
            for (int number : numbers()) {
                steep.addAll(steep(checks, "mail " + number, length -> subjects.mail(number, length)));
                steep.addAll(steep(checks, "page " + number, length -> subjects.page(number, length)));
                steep.addAll(steep(checks, "exchange " + number, length -> subjects.exchange(number, length)));
            }
            checks.callAll(subjects.webSocket(HostileInput.repeat("{{", MEGABYTE)), "a WebSocket");
            subjects.overviews().forEach(subject -> checks.callAll(subject, "what is left of all these"));

            assertThat(checks.faults()).as("what neither held nor failed").isEmpty();
            assertThat(steep).as("what grows with the square of its input").isEmpty();
            assertThat(checks.unknownParameters())
                    .as("types for which CheckArguments needs an argument")
                    .isEmpty();
            assertThat(checks.missed())
                    .as("classes of assertions that need a subject in HostileSubjects")
                    .isEmpty();
        }
    }

    @Test
    void makesAllCriteriaOfAHostileTextHoldOrFail() throws Exception {
        try (HostileSubjects subjects = new HostileSubjects();
                PublicChecks checks = new PublicChecks(arguments(subjects))) {
            callAllOfHarmless(subjects, checks);
            for (int number : numbers()) {
                callAllWithCriteriaOf(number, checks);
            }

            assertThat(checks.faults()).as("what neither held nor failed").isEmpty();
        }
    }

    /** Call the checks on servers that have only what is hostile by this number, as failures list what came. */
    private static void callAllWithCriteriaOf(int number, PublicChecks checks) throws Exception {
        String piece = HostileInput.PIECES.get(number);
        String longer = HostileInput.repeat(piece, LONGEST_TEXT);
        try (HostileSubjects subjects = new HostileSubjects()) {
            List<Object> given = List.of(
                    subjects.mail(number, LONGEST_TEXT),
                    subjects.exchange(number, LONGEST_TEXT),
                    subjects.mailServer().assertThat(),
                    subjects.webServer().assertThat());
            for (String text : List.of(piece, longer, "/" + longer)) {
                checks.callAllWithCriteriaOf(text, given, "criteria of text " + number);
            }
        }
    }

    /** Return what costs too much more than for a quarter of the input, each time that it is tried. */
    private static Set<String> steep(PublicChecks checks, String name, Making subject) throws Exception {
        Set<String> steep = steepOnce(checks, name, subject);
        for (int again = 1; again < TRIES && !steep.isEmpty(); again++) {
            steep.retainAll(steepOnce(checks, name, subject));
        }
        return steep;
    }

    private static Set<String> steepOnce(PublicChecks checks, String name, Making subject) throws Exception {
        Map<String, Cost> quarter = checks.callAll(subject.make(MEGABYTE / 4), name);
        Map<String, Cost> whole = checks.callAll(subject.make(MEGABYTE), name);
        return whole.entrySet().stream()
                .filter(check -> check.getValue().isSteeperThan(quarter.getOrDefault(check.getKey(), check.getValue())))
                .map(check -> check.getKey() + " on " + name)
                .collect(Collectors.toSet());
    }

    private CheckArguments arguments(HostileSubjects subjects) throws Exception {
        return CheckArguments.of(
                subjects.harmlessMail(), subjects.harmlessExchange().request(), directory);
    }

    private static void callAllOfHarmless(HostileSubjects subjects, PublicChecks checks) throws Exception {
        for (Object subject : List.of(
                subjects.harmlessMail(),
                subjects.harmlessPage(),
                subjects.harmlessExchange(),
                subjects.webSocket("p"),
                subjects.mailServer().assertThat(),
                subjects.webServer().assertThat())) {
            checks.callAllOfHarmless(subject);
        }
    }

    private static List<Integer> numbers() {
        String wanted = System.getProperty("postfixture.hostile", "");
        if (wanted.matches("[\\d,]+")) {
            return Arrays.stream(wanted.split(",", -1)).map(Integer::valueOf).toList();
        }
        int count = wanted.equals("all") ? HostileInput.count() : SOME;
        return IntStream.range(0, count)
                .map(i -> i * HostileInput.count() / count)
                .boxed()
                .toList();
    }

    /** Makes a subject of an input that is so long. */
    private interface Making {
        Object make(int length) throws Exception;
    }
}

package io.github.postfixture.junit5;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fault that an annotation describes.
 *
 * @param server the name of the server that it is for; empty for the one without a name, or the only one
 * @param occasion what it is for at that server; of those for the same, the nearest to the test count
 * @param distance how far from the test it is described: how many places are nearer
 * @param ends whether it is over after some time
 * @param script what it does there
 */
record ScriptedFault(
        String server, List<Object> occasion, int distance, boolean ends, Consumer<AnnotatedFaults> script) {

    private static final List<Sort<?>> SORTS = List.of(
            new Sort<>(
                    WithSmtpFault.class,
                    WithSmtpFault::server,
                    fault -> List.of(fault.at(), fault.matching()),
                    fault -> fault.times() > 0,
                    AnnotatedFaults::smtp),
            new Sort<>(
                    WithImapFault.class,
                    WithImapFault::server,
                    fault -> List.of(command(fault.at()), fault.matching()),
                    fault -> fault.times() > 0,
                    AnnotatedFaults::imap),
            new Sort<>(
                    WithPop3Fault.class,
                    WithPop3Fault::server,
                    fault -> List.of(command(fault.at()), fault.matching()),
                    fault -> fault.times() > 0,
                    AnnotatedFaults::pop3),
            new Sort<>(
                    WithConnectionLimit.class,
                    WithConnectionLimit::server,
                    WithConnectionLimit::protocol,
                    fault -> false,
                    AnnotatedFaults::connections),
            new Sort<>(
                    WithGreylisting.class,
                    WithGreylisting::server,
                    fault -> "",
                    fault -> false,
                    AnnotatedFaults::greylisting),
            new Sort<>(
                    WithFullMailbox.class,
                    WithFullMailbox::server,
                    fault -> Arrays.asList(fault.value()),
                    fault -> false,
                    AnnotatedFaults::fullMailbox),
            new Sort<>(
                    WithReadOnlyMailboxes.class,
                    WithReadOnlyMailboxes::server,
                    fault -> "",
                    fault -> false,
                    AnnotatedFaults::readOnly));

    /**
     * Find what is described at these places, in the order in which to script it, so that the nearest strikes first: of
     * faults that end the first one scripted does, of others the last one.
     *
     * @param nameOfServer gives the name of the server that a name in an annotation means
     */
    static List<ScriptedFault> at(List<AnnotationPlace> places, UnaryOperator<String> nameOfServer) {
        Map<List<Object>, Integer> nearest = new HashMap<>();
        List<ScriptedFault> all = SORTS.stream()
                .flatMap(sort -> sort.at(places, nameOfServer))
                .peek(fault -> nearest.merge(fault.key(), fault.distance, Math::min))
                .toList();
        return all.stream()
                .filter(fault -> fault.distance == nearest.getOrDefault(fault.key(), 0))
                .sorted(Comparator.comparingInt(fault -> fault.ends ? fault.distance : -fault.distance))
                .toList();
    }

    private List<Object> key() {
        return List.of(server, occasion);
    }

    private static String command(String verb) {
        return verb.toUpperCase(Locale.ROOT);
    }

    /** What annotations of one type say. */
    private record Sort<A extends Annotation>(
            Class<A> type,
            Function<A, String> server,
            Function<A, Object> occasion,
            Predicate<A> ends,
            BiConsumer<AnnotatedFaults, A> script) {

        Stream<ScriptedFault> at(List<AnnotationPlace> places, UnaryOperator<String> nameOfServer) {
            return IntStream.range(0, places.size())
                    .boxed()
                    .flatMap(distance ->
                            places.get(distance).find(type).map(fault -> scripted(fault, distance, nameOfServer)));
        }

        private ScriptedFault scripted(A fault, int distance, UnaryOperator<String> nameOfServer) {
            return new ScriptedFault(
                    nameOfServer.apply(server.apply(fault)),
                    List.of(type, occasion.apply(fault)),
                    distance,
                    ends.test(fault),
                    faults -> script.accept(faults, fault));
        }
    }
}

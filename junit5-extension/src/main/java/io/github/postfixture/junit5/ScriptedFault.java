package io.github.postfixture.junit5;

import io.github.postfixture.web.WebServer;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fault that an annotation describes.
 *
 * @param part which server of a host it is for
 * @param server the name of the server that it is for; empty for the one without a name, or the only one
 * @param occasion what it is for at that server; of those for the same, the nearest to the test count
 * @param distance how far from the test it is described: how many places are nearer
 * @param ends whether it is over after some time
 * @param script what it does there
 */
record ScriptedFault(
        HostPart part, String server, List<Object> occasion, int distance, boolean ends, Consumer<Lookup> script) {

    private static final List<Sort<?>> SORTS = List.of(
            Sort.mail(
                    WithSmtpFault.class,
                    WithSmtpFault::server,
                    fault -> List.of(fault.at(), fault.matching()),
                    fault -> fault.times() > 0,
                    AnnotatedFaults::smtp),
            Sort.mail(
                    WithImapFault.class,
                    WithImapFault::server,
                    fault -> List.of(command(fault.at()), fault.matching()),
                    fault -> fault.times() > 0,
                    AnnotatedFaults::imap),
            Sort.mail(
                    WithPop3Fault.class,
                    WithPop3Fault::server,
                    fault -> List.of(command(fault.at()), fault.matching()),
                    fault -> fault.times() > 0,
                    AnnotatedFaults::pop3),
            Sort.mail(
                    WithConnectionLimit.class,
                    WithConnectionLimit::server,
                    WithConnectionLimit::protocol,
                    fault -> false,
                    AnnotatedFaults::connections),
            Sort.mail(
                    WithGreylisting.class,
                    WithGreylisting::server,
                    fault -> "",
                    fault -> false,
                    AnnotatedFaults::greylisting),
            Sort.mail(
                    WithFullMailbox.class,
                    WithFullMailbox::server,
                    fault -> Arrays.asList(fault.value()),
                    fault -> false,
                    AnnotatedFaults::fullMailbox),
            Sort.mail(
                    WithReadOnlyMailboxes.class,
                    WithReadOnlyMailboxes::server,
                    fault -> "",
                    fault -> false,
                    AnnotatedFaults::readOnly),
            Sort.mail(
                            WithConnectionFault.class,
                            WithConnectionFault::server,
                            fault -> List.of(List.of(fault.smtp()), List.of(fault.imap()), List.of(fault.pop3())),
                            fault -> fault.times() > 0,
                            AnnotatedFaults::broken)
                    .unless(fault -> fault.http().length > 0 && !AnnotatedFaults.isForMail(fault)),
            Sort.web(
                            WithConnectionFault.class,
                            WithConnectionFault::server,
                            fault -> List.of(fault.http()),
                            fault -> fault.times() > 0,
                            AnnotatedFaults::broken)
                    .unless(fault -> fault.http().length == 0));

    /**
     * Find what is described at these places, in the order in which to script it, so that the nearest strikes first: of
     * faults that end the first one scripted does, of others the last one.
     *
     * @param nameOfServer gives the name of the server that a name in an annotation means
     */
    static List<ScriptedFault> at(List<AnnotationPlace> places, BiFunction<HostPart, String, String> nameOfServer) {
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
        return List.of(part, server, occasion);
    }

    private static String command(String verb) {
        return verb.toUpperCase(Locale.ROOT);
    }

    /** What annotations of one type say for one server of a host. */
    private record Sort<A extends Annotation>(
            HostPart part,
            Class<A> type,
            Function<A, String> server,
            Function<A, Object> occasion,
            Predicate<A> ends,
            Predicate<A> isForOthers,
            BiConsumer<Lookup, A> script) {

        static <A extends Annotation> Sort<A> mail(
                Class<A> type,
                Function<A, String> server,
                Function<A, Object> occasion,
                Predicate<A> ends,
                BiConsumer<AnnotatedFaults, A> script) {
            return new Sort<>(
                    HostPart.MAIL,
                    type,
                    server,
                    occasion,
                    ends,
                    fault -> false,
                    (lookup, fault) ->
                            script.accept(new AnnotatedFaults(lookup.mailOfFault(server.apply(fault))), fault));
        }

        static <A extends Annotation> Sort<A> web(
                Class<A> type,
                Function<A, String> server,
                Function<A, Object> occasion,
                Predicate<A> ends,
                BiConsumer<WebServer, A> script) {
            return new Sort<>(
                    HostPart.WEB,
                    type,
                    server,
                    occasion,
                    ends,
                    fault -> false,
                    (lookup, fault) -> script.accept(lookup.webOfFault(server.apply(fault)), fault));
        }

        Sort<A> unless(Predicate<A> others) {
            return new Sort<>(part, type, server, occasion, ends, others, script);
        }

        Stream<ScriptedFault> at(List<AnnotationPlace> places, BiFunction<HostPart, String, String> nameOfServer) {
            return IntStream.range(0, places.size())
                    .boxed()
                    .flatMap(distance -> places.get(distance)
                            .find(type)
                            .filter(isForOthers.negate())
                            .map(fault -> scripted(fault, distance, nameOfServer)));
        }

        private ScriptedFault scripted(A fault, int distance, BiFunction<HostPart, String, String> nameOfServer) {
            return new ScriptedFault(
                    part,
                    nameOfServer.apply(part, server.apply(fault)),
                    List.of(type, occasion.apply(fault)),
                    distance,
                    ends.test(fault),
                    lookup -> script.accept(lookup, fault));
        }
    }
}

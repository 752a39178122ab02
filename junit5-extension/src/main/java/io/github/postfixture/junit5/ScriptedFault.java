package io.github.postfixture.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A fault that an annotation describes.
 *
 * @param server the name of the server that it is for; empty for the one without a name, or the only one
 * @param script what it does there
 */
record ScriptedFault(String server, Consumer<AnnotatedFaults> script) {

    /** Find all that are described at these places. */
    static Stream<ScriptedFault> at(List<AnnotatedElement> places) {
        return Stream.of(
                        all(places, WithSmtpFault.class, WithSmtpFault::server, AnnotatedFaults::smtp),
                        all(places, WithImapFault.class, WithImapFault::server, AnnotatedFaults::imap),
                        all(places, WithPop3Fault.class, WithPop3Fault::server, AnnotatedFaults::pop3),
                        all(
                                places,
                                WithConnectionLimit.class,
                                WithConnectionLimit::server,
                                AnnotatedFaults::connections),
                        all(places, WithGreylisting.class, WithGreylisting::server, AnnotatedFaults::greylisting),
                        all(places, WithFullMailbox.class, WithFullMailbox::server, AnnotatedFaults::fullMailbox),
                        all(
                                places,
                                WithReadOnlyMailboxes.class,
                                WithReadOnlyMailboxes::server,
                                AnnotatedFaults::readOnly))
                .flatMap(faults -> faults);
    }

    private static <A extends Annotation> Stream<ScriptedFault> all(
            List<AnnotatedElement> places,
            Class<A> type,
            Function<A, String> server,
            BiConsumer<AnnotatedFaults, A> script) {
        return places.stream()
                .flatMap(place -> AnnotationSupport.findRepeatableAnnotations(place, type).stream())
                .map(fault -> new ScriptedFault(server.apply(fault), faults -> script.accept(faults, fault)));
    }
}

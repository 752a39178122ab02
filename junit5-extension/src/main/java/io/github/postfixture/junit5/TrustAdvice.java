package io.github.postfixture.junit5;

import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What to do about an application that does not trust the servers of its test, by its own exception or by what they saw. */
final class TrustAdvice {

    private static final int DEEPEST = 10;

    private TrustAdvice() {}

    /** Return what to do, in one line; nothing if a certificate was not the matter. */
    static List<String> on(Throwable failure, Timeline timeline) {
        return isDistrust(failure) || Distrust.refusal(told(timeline)).isPresent()
                ? List.of("A client did not accept a certificate of these servers. " + Distrust.remedy())
                : List.of();
    }

    private static boolean isDistrust(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof CertPathBuilderException || cause instanceof CertificateException);
    }

    private static List<String> told(Timeline timeline) {
        return timeline.events().stream()
                .flatMap(event -> event.told().stream())
                .toList();
    }
}

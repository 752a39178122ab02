package io.github.postfixture.classpath;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A library on the class path that does not fit, told by what failed for it. Nothing is looked for before something
 * fails.
 */
public final class Clash {

    private static final int DEEPEST = 20;
    private static final Pattern FOREIGN_HANDLER = Pattern.compile(
            "org\\.eclipse\\.angus\\..* cannot be cast to class javax\\.activation\\..*", Pattern.DOTALL);

    private static final List<String> JDK = List.of("java.", "jdk.");
    private static final List<String> OURS =
            List.of("io.github.postfixture.", "com.icegreen.", "jakarta.", "org.awaitility.", "org.eclipse.angus.");

    private static final List<Library> LIBRARIES = List.of(
            Library.of("org.jsoup:jsoup:1.15.4", "org.jsoup.Jsoup", "org.jsoup."),
            Library.of(
                    "com.icegreen:greenmail:2.1.13", "com.icegreen.greenmail.Managers", "com.icegreen.", "javax.mail."),
            Library.of(
                    "jakarta.activation:jakarta.activation-api:2.1.4",
                    "jakarta.activation.DataHandler",
                    "jakarta.activation.",
                    "com.sun.activation."),
            Library.of(
                    "org.eclipse.angus:jakarta.mail:2.0.5",
                    "jakarta.mail.Session",
                    "jakarta.mail.",
                    "org.eclipse.angus.mail.",
                    "com.sun.mail."),
            Library.of("org.slf4j:slf4j-api:2.0.18", "org.slf4j.LoggerFactory", "org.slf4j."),
            Library.of("org.assertj:assertj-core:3.24.2", "org.assertj.core.api.Assertions", "org.assertj.", "Assert."),
            Library.of("org.awaitility:awaitility:4.2.0", "org.awaitility.core.ConditionFactory", "org.awaitility."),
            Library.of("org.hamcrest:hamcrest:2.1", "org.hamcrest.Matchers", "org.hamcrest."));

    private Clash() {}

    /** Return which library does not fit, and what to change, in one sentence; nothing if the failure tells of none. */
    public static Optional<String> behind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static Optional<String> told(Throwable cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "").replace('/', '.');
        if (cause instanceof ClassCastException
                && FOREIGN_HANDLER.matcher(message).find()) {
            return Optional.of(wrongOrder());
        }
        return cause instanceof LinkageError && isOurs(cause)
                ? LIBRARIES.stream()
                        .filter(library -> library.isMeant(message))
                        .findFirst()
                        .map(Library::advice)
                : Optional.empty();
    }

    /** Return whether it failed in what we bring along, not in what the application made of it. */
    private static boolean isOurs(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .map(StackTraceElement::getClassName)
                .dropWhile(name -> JDK.stream().anyMatch(name::startsWith))
                .limit(1)
                .anyMatch(name -> OURS.stream().anyMatch(name::startsWith));
    }

    private static String wrongOrder() {
        return "javax.mail finds the handlers of Jakarta Mail, as it comes after it on the class path: "
                + Library.placeOf("javax.mail.Session").orElse("javax.mail") + " after "
                + Library.placeOf("jakarta.mail.Session").orElse("jakarta.mail")
                + "; move the dependency that brings javax.mail before postfixture-junit5";
    }
}

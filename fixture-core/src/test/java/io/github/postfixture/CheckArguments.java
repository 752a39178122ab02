package io.github.postfixture;

import io.github.postfixture.groupware.EventCriteria;
import io.github.postfixture.ical.CalendarPart;
import io.github.postfixture.ical.Invitation;
import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.MailPriority;
import io.github.postfixture.mail.message.MailStructure;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An argument for each type of parameter that a public check has. Immutable. */
final class CheckArguments {

    private final Map<Class<?>, Object> arguments;

    private CheckArguments(Map<Class<?>, Object> arguments) {
        this.arguments = arguments;
    }

    /** Return arguments that nothing is wrong with. */
    static CheckArguments of(ReceivedMail mail, Request request, Path directory) throws Exception {
        Map<Class<?>, Object> arguments = new HashMap<>();
        arguments.put(String.class, "p");
        arguments.put(String[].class, new String[] {"p"});
        arguments.put(CharSequence.class, "p");
        arguments.put(CharSequence[].class, new CharSequence[] {"p"});
        arguments.put(int.class, 0);
        arguments.put(long.class, 1L);
        arguments.put(boolean.class, true);
        arguments.put(byte[].class, new byte[] {1});
        arguments.put(Object.class, "p");
        arguments.put(Map.class, Map.of("p", "q"));
        arguments.put(Predicate.class, (Predicate<Object>) value -> true);
        arguments.put(Pattern.class, Pattern.compile("p"));
        arguments.put(Path.class, directory.resolve("approved"));
        arguments.put(URI.class, URI.create("http://127.0.0.1/"));
        arguments.put(Duration.class, HostileSubjects.SHORT);
        arguments.put(Instant.class, Instant.parse("2026-11-03T10:00:00Z"));
        arguments.put(LocalDate.class, LocalDate.of(2026, 11, 3));
        arguments.put(LocalDate[].class, new LocalDate[] {LocalDate.of(2026, 11, 3)});
        arguments.put(ZonedDateTime.class, ZonedDateTime.parse("2026-11-03T10:00:00Z"));
        arguments.put(X509Certificate.class, CertificateAuthority.ofThisJvm().certificate());
        arguments.put(ReceivedMail.class, mail);
        arguments.put(MailSource.class, mail);
        arguments.put(Request.class, request);
        arguments.put(MailCriteria.class, MailCriteria.textContaining("p"));
        arguments.put(MailCriteria[].class, new MailCriteria[] {MailCriteria.subject("p")});
        arguments.put(EventCriteria.class, EventCriteria.summary("p"));
        arguments.put(RequestCriteria.class, RequestCriteria.body("p"));
        arguments.put(RequestCriteria[].class, new RequestCriteria[] {RequestCriteria.path("/p")});
        arguments.put(MailPriority.class, MailPriority.LOW);
        arguments.put(MailStructure.class, MailStructure.plain());
        arguments.put(MailDefect[].class, new MailDefect[] {MailDefect.MISSING_DATE});
        arguments.put(
                Invitation.class,
                Invitation.of(new CalendarPart(
                        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR", "", "", true)));
        arguments.put(
                DkimKeys.class,
                DkimKeys.of(
                        "example.org",
                        "x",
                        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic()));
        return new CheckArguments(arguments);
    }

    /** Return the same with another argument for the parameters of a type. */
    CheckArguments with(Class<?> type, Object argument) {
        Map<Class<?>, Object> changed = new HashMap<>(arguments);
        changed.put(type, argument);
        return new CheckArguments(changed);
    }

    /** Return the same with a hostile text. */
    CheckArguments with(String text) {
        return with(String.class, text)
                .with(String[].class, new String[] {text})
                .with(CharSequence.class, text)
                .with(CharSequence[].class, new CharSequence[] {text})
                .with(Object.class, text);
    }

    /** Return the public methods that make criteria of a type of ours, sorted by name. */
    List<Method> factoriesOfCriteria() {
        return arguments.keySet().stream()
                .filter(type -> type.getName().startsWith("io.github.postfixture."))
                .filter(Predicate.class::isAssignableFrom)
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .filter(method -> method.getReturnType().equals(type))
                        .filter(this::areKnownFor))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    boolean areKnownFor(Method method) {
        return unknown(method).findAny().isEmpty();
    }

    /** Return the types of parameters for which there is no argument. */
    Stream<Class<?>> unknown(Method method) {
        return Arrays.stream(method.getParameterTypes()).filter(type -> !arguments.containsKey(type));
    }

    Object[] of(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(arguments::get).toArray();
    }
}

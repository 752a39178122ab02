package io.github.postfixture.junit5;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.web.Site;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The servers that annotations ask for. */
final class AnnotatedServers {

    private static final String CLASS_PATH = "classpath:";

    private AnnotatedServers() {}

    static Stream<Registration> visibleIn(ExtensionContext context) {
        Stream.Builder<Registration> found = Stream.builder();
        Class<?> testClass = context.getRequiredTestClass();
        context.getTestMethod().ifPresent(method -> addAll(found, method, testClass, 0));
        int distance = 1;
        for (Class<?> place = testClass; place != null; place = around(place)) {
            addAll(found, place, place, distance++);
        }
        return found.build();
    }

    /** Return the class whose servers a class has too; none for a class that does not belong to an instance of another. */
    static @Nullable Class<?> around(Class<?> place) {
        return Modifier.isStatic(place.getModifiers()) ? null : place.getEnclosingClass();
    }

    private static void addAll(
            Stream.Builder<Registration> found, AnnotatedElement element, Class<?> place, int distance) {
        AnnotationSupport.findRepeatableAnnotations(element, WithMailServer.class)
                .forEach(annotation -> found.add(registration(annotation, place, distance)));
        AnnotationSupport.findRepeatableAnnotations(element, WithWebServer.class)
                .forEach(annotation -> found.add(registration(annotation, place, distance)));
    }

    private static Registration registration(WithMailServer with, Class<?> place, int distance) {
        checkScope(Kind.MAIL, with.scope(), distance);
        return new Registration(
                Kind.MAIL, with.name(), with.scope(), with.ports(), place, distance, with, Kind.MAIL, plan(with));
    }

    private static Registration registration(WithWebServer with, Class<?> place, int distance) {
        checkScope(Kind.WEB, with.scope(), distance);
        return new Registration(
                Kind.WEB, with.name(), with.scope(), with.ports(), place, distance, with, Kind.WEB, plan(with));
    }

    static Plan plan(WithMailServer with) {
        return MailServerExtension.plan(described(with, () -> mail(with)));
    }

    static Plan plan(WithWebServer with) {
        return WebServerExtension.plan(described(with, () -> web(with)));
    }

    private static void checkScope(Kind kind, Scope scope, int distance) {
        if (distance == 0 && scope == Scope.CLASS) {
            throw Misuse.classScopeOfAMethod(kind);
        }
    }

    private static <B> B described(Annotation annotation, Supplier<B> description) {
        try {
            return description.get();
        } catch (IllegalArgumentException e) {
            throw Misuse.malformed("@" + annotation.annotationType().getSimpleName(), e);
        }
    }

    private static MailServerBuilder mail(WithMailServer with) {
        MailServerBuilder builder = MailServer.builder()
                .timeout(Duration.of(with.timeout(), with.timeoutUnit().toChronoUnit()))
                .startTls(with.startTls());
        if (with.protocols().length > 0) {
            builder.protocols(with.protocols());
        }
        Stream.of(with.accounts())
                .map(ServerDescription.Account::of)
                .forEach(account -> builder.account(account.address(), account.password()));
        return with.strict() ? builder.strict() : builder;
    }

    private static WebServerBuilder web(WithWebServer with) {
        WebServerBuilder builder = WebServer.builder()
                .timeout(Duration.of(with.timeout(), with.timeoutUnit().toChronoUnit()));
        if (!with.site().isEmpty()) {
            builder.site(site(with.site()));
        }
        return with.strict() ? builder.strict() : builder;
    }

    private static Site site(String place) {
        return place.startsWith(CLASS_PATH)
                ? Site.classPath(place.substring(CLASS_PATH.length()))
                : Site.directory(Path.of(place));
    }
}

package io.github.postfixture.junit5;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.web.Site;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The servers that annotations ask for. */
final class AnnotatedServers {

    private static final String CLASS_PATH = "classpath:";

    private AnnotatedServers() {}

    /** Find those at the places of a test. */
    static Stream<Registration> at(List<AnnotationPlace> places) {
        return IntStream.range(0, places.size()).boxed().flatMap(distance -> at(places.get(distance), distance));
    }

    private static Stream<Registration> at(AnnotationPlace place, int distance) {
        return Stream.concat(
                place.find(WithMailServer.class).map(with -> registration(with, place, distance)),
                place.find(WithWebServer.class).map(with -> registration(with, place, distance)));
    }

    private static Registration registration(WithMailServer with, AnnotationPlace place, int distance) {
        checkScope(Kind.MAIL, with.scope(), place);
        return new Registration(
                Kind.MAIL,
                with.name(),
                with.scope(),
                with.ports(),
                place.testClass(),
                distance,
                with,
                Kind.MAIL,
                plan(with));
    }

    private static Registration registration(WithWebServer with, AnnotationPlace place, int distance) {
        checkScope(Kind.WEB, with.scope(), place);
        return new Registration(
                Kind.WEB,
                with.name(),
                with.scope(),
                with.ports(),
                place.testClass(),
                distance,
                with,
                Kind.WEB,
                plan(with));
    }

    static Plan plan(WithMailServer with) {
        return MailServerExtension.plan(described(with, () -> mail(with)));
    }

    static Plan plan(WithWebServer with) {
        return WebServerExtension.plan(described(with, () -> web(with)));
    }

    private static void checkScope(Kind kind, Scope scope, AnnotationPlace place) {
        if (place.isMethod() && scope == Scope.CLASS) {
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
                .startTls(with.startTls())
                .allowing(with.allowing());
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
                .timeout(Duration.of(with.timeout(), with.timeoutUnit().toChronoUnit()))
                .allowing(with.allowing());
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

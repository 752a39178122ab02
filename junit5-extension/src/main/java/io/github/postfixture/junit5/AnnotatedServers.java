package io.github.postfixture.junit5;

import io.github.postfixture.account.Account;
import io.github.postfixture.groupware.Groupware;
import io.github.postfixture.groupware.GroupwareBuilder;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import io.github.postfixture.web.site.Site;
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
    static Stream<PartRegistration> at(List<AnnotationPlace> places) {
        return IntStream.range(0, places.size()).boxed().flatMap(distance -> at(places.get(distance), distance));
    }

    private static Stream<PartRegistration> at(AnnotationPlace place, int distance) {
        return HostPart.all().flatMap(part -> part.at(place, distance));
    }

    static PartConfiguration configuration(WithMailServer with) {
        return PartConfiguration.of(described(with, () -> mail(with)));
    }

    static PartConfiguration configuration(WithWebServer with) {
        return PartConfiguration.of(described(with, () -> web(with)));
    }

    static PartConfiguration configuration(WithGroupware with) {
        return PartConfiguration.of(described(with, () -> groupware(with)));
    }

    private static <B> B described(Annotation annotation, Supplier<B> description) {
        try {
            return description.get();
        } catch (IllegalArgumentException e) {
            throw ConfigurationErrors.malformed(
                    "@" + annotation.annotationType().getSimpleName(), e);
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
        Stream.of(with.accounts()).map(AnnotatedServers::account).forEach(builder::account);
        return with.strict() ? builder.strict() : builder;
    }

    /** Read an account as an annotation has it, {@code address:password} or {@code address:password:login}. */
    static Account account(String written) {
        String[] parts = written.split(":", -1);
        if (parts.length < 2 || parts[0].isEmpty()) {
            throw ConfigurationErrors.malformedAccount(written);
        }
        if (parts.length > 3) {
            throw ConfigurationErrors.ambiguousAccount(written);
        }
        Account account = Account.of(parts[0], parts[1]);
        return parts.length == 3 ? account.withLogin(parts[2]) : account;
    }

    private static GroupwareBuilder groupware(WithGroupware with) {
        GroupwareBuilder builder = Groupware.builder()
                .timeout(Duration.of(with.timeout(), with.timeoutUnit().toChronoUnit()));
        Stream.of(with.accounts()).map(AnnotatedServers::account).forEach(builder::account);
        return builder;
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

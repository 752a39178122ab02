package io.github.postfixture.junit5;

import io.github.postfixture.account.Account;
import io.github.postfixture.mail.protocol.MailProtocol;
import java.lang.annotation.Annotation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Which servers a test class wants its application to know, by its annotations; equal if they say the same. Of several
 * it is the one without a name.
 *
 * @param mail what is said of the mail server
 * @param web what is said of the web server
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ServerDescription(Optional<WithMailServer> mail, Optional<WithWebServer> web) {

    private static final ClassValue<Optional<ExtensionConfigurationException>> REFUSALS = new ClassValue<>() {
        @Override
        protected Optional<ExtensionConfigurationException> computeValue(Class<?> type) {
            return read(type).refusal();
        }
    };

    /**
     * Read the annotations of a class, those that it inherits and those around it included; the nearest count.
     *
     * @throws ExtensionConfigurationException if a server is to outlast its test; the same one each time, so that
     *     who asks at the end of the class again reports nothing new
     */
    public static ServerDescription of(Class<?> testClass) {
        Optional<ExtensionConfigurationException> refusal = REFUSALS.get(testClass);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return read(testClass);
    }

    private static ServerDescription read(Class<?> testClass) {
        return new ServerDescription(
                known(testClass, WithMailServer.class, WithMailServer::name),
                known(testClass, WithWebServer.class, WithWebServer::name));
    }

    /** Return whether there is no server to know. */
    public boolean isEmpty() {
        return mail.isEmpty() && web.isEmpty();
    }

    /** Return the protocols of the mail server; none if there is no server. */
    public List<MailProtocol> protocols() {
        return mail.map(with -> with.protocols().length == 0 ? MailProtocol.values() : with.protocols())
                .map(List::of)
                .orElse(List.of());
    }

    /** Return the first account of the mail server. */
    public Optional<Account> account() {
        return mail.flatMap(with -> Stream.of(with.accounts()).findFirst()).map(AnnotatedServers::account);
    }

    /** Return whether the mail server offers {@code STARTTLS}. */
    public boolean startTls() {
        return mail.filter(WithMailServer::startTls).isPresent();
    }

    /** Return how these servers are to be. */
    Map<HostPart, PartConfiguration> parts() {
        Map<HostPart, PartConfiguration> parts = new EnumMap<>(HostPart.class);
        mail.ifPresent(with -> parts.put(HostPart.MAIL, AnnotatedServers.configuration(with)));
        web.ifPresent(with -> parts.put(HostPart.WEB, AnnotatedServers.configuration(with)));
        return parts;
    }

    /** Return the nearest one without a name, or the only one there is. */
    private static <A extends Annotation> Optional<A> known(
            Class<?> testClass, Class<A> type, Function<A, String> name) {
        List<A> all = AnnotationPlace.nearestFirst(Optional.empty(), testClass).stream()
                .flatMap(place -> place.find(type))
                .toList();
        Optional<A> unnamed =
                all.stream().filter(with -> name.apply(with).isEmpty()).findFirst();
        return unnamed.or(() ->
                all.stream().map(name).distinct().count() == 1 ? all.stream().findFirst() : Optional.empty());
    }

    private Optional<ExtensionConfigurationException> refusal() {
        return mail.filter(with -> with.scope() != Scope.TEST)
                .map(with -> ConfigurationErrors.scopeOfApplication(HostPart.MAIL))
                .or(() -> web.filter(with -> with.scope() != Scope.TEST)
                        .map(with -> ConfigurationErrors.scopeOfApplication(HostPart.WEB)));
    }
}

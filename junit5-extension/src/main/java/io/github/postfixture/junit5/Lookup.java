package io.github.postfixture.junit5;

import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Finds what a parameter or a field asks for.
 *
 * @param context where it is asked
 * @param registrations what is visible there
 */
record Lookup(ExtensionContext context, Registrations registrations) {

    static Lookup in(ExtensionContext context) {
        return new Lookup(
                context,
                context.getTestMethod().isPresent()
                        ? TestFixtures.of(context).registrations()
                        : Registrations.visibleIn(context));
    }

    /** Return whether a parameter or a field of this type can be had here. */
    boolean knows(Class<?> type) {
        return HostParameter.of(type).isPresent() && !registrations.all().isEmpty();
    }

    /** Return whether an extension answers for what is asked here: of all that are there, one does. */
    boolean isAnsweredBy(ServerExtension extension) {
        return registrations.parts().findFirst().filter(extension::saysIt).isPresent();
    }

    /** Return what a parameter or a field asks for. */
    Object value(Class<?> type, AnnotatedElement place) {
        HostParameter parameter = HostParameter.of(type).orElseThrow();
        Registration registration = find(type, name(place)).orElseThrow(() -> unknown(type, name(place)));
        return parameter.value().apply(host(registration, type), place);
    }

    /** Return the mail server with this name; without a name, the one without a name, or the only one. */
    MailServer mailOfFault(String name) {
        return host(registrationOfFault(HostPart.MAIL, name), MailServer.class).mail();
    }

    /** Return the web server with this name; without a name, the one without a name, or the only one. */
    WebServer webOfFault(String name) {
        return host(registrationOfFault(HostPart.WEB, name), WebServer.class).web();
    }

    private Registration registrationOfFault(HostPart part, String name) {
        if (!registrations.has(part)) {
            throw ConfigurationErrors.noServerOfFault(part);
        }
        return registrations
                .find(part, name)
                .orElseThrow(() -> ConfigurationErrors.unknownServerOfFault(part, name, registrations.names(part)));
    }

    /** Return whether what is asked for here begins with a test only. */
    boolean isEarly(Class<?> type, AnnotatedElement place) {
        return context.getTestMethod().isEmpty()
                && knows(type)
                && find(type, name(place))
                        .filter(registration -> registration.scope() == Scope.TEST)
                        .isPresent();
    }

    private Optional<Registration> find(Class<?> type, String name) {
        return HostPart.behind(type)
                .map(part -> registrations.find(part, name))
                .orElseGet(() -> registrations.find(name));
    }

    private ParameterResolutionException unknown(Class<?> type, String name) {
        return HostPart.behind(type)
                .map(part -> ConfigurationErrors.unknownServer(part.toString(), name, registrations.names(part)))
                .orElseGet(() -> ConfigurationErrors.unknownServer("host", name, registrations.names()));
    }

    private Postfixture host(Registration registration, Class<?> type) {
        return group(registration, type).host(registration, part -> ScopeStores.ports(part, context));
    }

    private FixtureGroup group(Registration registration, Class<?> type) {
        if (registration.scope() != Scope.TEST) {
            return ScopeStores.group(registration, context);
        }
        if (context.getTestMethod().isEmpty()) {
            throw ConfigurationErrors.noTestYet(type.getSimpleName());
        }
        return TestFixtures.of(context).own();
    }

    private static String name(AnnotatedElement place) {
        return AnnotationSupport.findAnnotation(place, Server.class)
                .map(Server::value)
                .orElse("");
    }
}

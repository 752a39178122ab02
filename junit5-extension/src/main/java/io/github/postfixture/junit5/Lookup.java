package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
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

    /** Return who answers for a parameter or a field, if somebody does: of all extensions, one. */
    Optional<Object> inCharge(Class<?> type, AnnotatedElement place) {
        return Kind.behind(type, registrations)
                .flatMap(kind -> registrations.find(kind, name(place)).or(() -> registrations.nearest(kind)))
                .map(Registration::extension);
    }

    /** Return what a parameter or a field asks for. */
    Object value(Class<?> type, AnnotatedElement place) {
        Kind kind = Kind.behind(type, registrations).orElseThrow();
        Registration registration = registrations
                .find(kind, name(place))
                .orElseThrow(() -> Misuse.unknownServer(kind, name(place), registrations.names(kind)));
        if (type == Postfixture.class) {
            return host(registration);
        }
        Fixture server = server(registration, type);
        return type == Mailbox.class ? mailbox((MailServer) server, place) : server;
    }

    /** Return the mail server with this name; without a name, the one without a name, or the only one. */
    MailServer mailOfFault(String name) {
        return registrations
                .find(Kind.MAIL, name)
                .map(registration -> (MailServer) server(registration, MailServer.class))
                .orElseThrow(() -> Misuse.unknownServerOfFault(name, registrations.names(Kind.MAIL)));
    }

    /** Return whether a server may be asked for here. */
    boolean isEarly(Class<?> type, AnnotatedElement place) {
        return context.getTestMethod().isEmpty()
                && Kind.behind(type, registrations)
                        .flatMap(kind -> registrations.find(kind, name(place)))
                        .filter(registration -> registration.scope() == Scope.TEST)
                        .isPresent();
    }

    private Fixture server(Registration registration, Class<?> type) {
        return group(registration, type).server(registration, () -> Places.ports(registration, context));
    }

    private Postfixture host(Registration registration) {
        FixtureGroup group = group(registration, Postfixture.class);
        Optional<Registration> mail = registrations.find(Kind.MAIL, "");
        Optional<Registration> web = registrations.find(Kind.WEB, "");
        if (mail.isPresent()
                && web.isPresent()
                && group(mail.get(), Postfixture.class) != group(web.get(), Postfixture.class)) {
            throw Misuse.twoTimelines();
        }
        return group.host(
                mail.map(found -> server(found, Postfixture.class)),
                web.map(found -> server(found, Postfixture.class)));
    }

    private FixtureGroup group(Registration registration, Class<?> type) {
        if (registration.scope() != Scope.TEST) {
            return Places.group(registration, context);
        }
        if (context.getTestMethod().isEmpty()) {
            throw Misuse.noTestYet(type.getSimpleName());
        }
        return TestFixtures.of(context).own();
    }

    private static String name(AnnotatedElement place) {
        return AnnotationSupport.findAnnotation(place, Server.class)
                .map(Server::value)
                .orElse("");
    }

    private static Mailbox mailbox(MailServer server, AnnotatedElement place) {
        Collection<String> accounts = server.accounts();
        Optional<MailboxOf> named = AnnotationSupport.findAnnotation(place, MailboxOf.class);
        if (named.isEmpty() && accounts.size() != 1) {
            throw Misuse.whoseMailbox(accounts);
        }
        String address =
                named.map(MailboxOf::value).orElseGet(() -> accounts.iterator().next());
        if (!accounts.isEmpty() && accounts.stream().noneMatch(address::equalsIgnoreCase)) {
            throw Misuse.unknownAccount(address, accounts);
        }
        return server.mailbox(address);
    }
}

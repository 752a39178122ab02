package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.Postfixture;
import io.github.postfixture.PostfixtureBuilder;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.web.WebServer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The servers that a host has. All that differs from one to the other stands here: a new one is one entry more. */
@SuppressWarnings("ImmutableEnumChecker")
enum HostPart {
    MAIL(
            "mail server",
            new PartAnnotation<>(
                    WithMailServer.class,
                    WithMailServer::name,
                    WithMailServer::scope,
                    WithMailServer::ports,
                    AnnotatedServers::configuration),
            host -> PartConfiguration.of(host.mailServer()),
            Postfixture::mail,
            host -> host.mail().receivedMails(),
            new HostParameter(MailServer.class, (host, place) -> host.mail()),
            new HostParameter(Mailbox.class, (host, place) -> MailboxParameter.of(host.mail(), place))),
    WEB(
            "web server",
            new PartAnnotation<>(
                    WithWebServer.class,
                    WithWebServer::name,
                    WithWebServer::scope,
                    WithWebServer::ports,
                    AnnotatedServers::configuration),
            host -> PartConfiguration.of(host.webServer()),
            Postfixture::web,
            host -> host.web().exchanges(),
            new HostParameter(WebServer.class, (host, place) -> host.web())),
    GROUPWARE(
            "groupware",
            new PartAnnotation<>(
                    WithGroupware.class,
                    WithGroupware::name,
                    WithGroupware::scope,
                    WithGroupware::ports,
                    AnnotatedServers::configuration),
            host -> PartConfiguration.of(host.groupwareServer()),
            host -> host.groupware(),
            host -> List.of(),
            new HostParameter("io.github.postfixture.groupware.Groupware", (host, place) -> host.groupware()));

    private final String words;
    private final PartAnnotation<?> annotation;
    private final Function<PostfixtureBuilder, PartConfiguration> configuration;
    private final Function<Postfixture, Fixture> server;
    private final Function<Postfixture, List<?>> arrivals;
    private final List<HostParameter> parameters;

    /**
     * Describe a part.
     *
     * @param words what it is called
     * @param annotation says that a test has one, and how it is to be
     * @param configuration takes it from the description of a host
     * @param server takes it from a host, where it starts if it has not yet
     * @param arrivals returns what has come to it so far
     * @param parameters what of it can be a parameter or a field; the first is the server itself
     */
    HostPart(
            String words,
            PartAnnotation<?> annotation,
            Function<PostfixtureBuilder, PartConfiguration> configuration,
            Function<Postfixture, Fixture> server,
            Function<Postfixture, List<?>> arrivals,
            HostParameter... parameters) {
        this.words = words;
        this.annotation = annotation;
        this.configuration = configuration;
        this.server = server;
        this.arrivals = arrivals;
        this.parameters = List.of(parameters);
    }

    static Stream<HostPart> all() {
        return Arrays.stream(values());
    }

    /** Return the part that a parameter or a field of this type belongs to; nothing if to none, or to the host itself. */
    static Optional<HostPart> behind(Class<?> type) {
        return all().filter(part -> part.parameters.stream().anyMatch(parameter -> parameter.isOf(type)))
                .findFirst();
    }

    List<HostParameter> parameters() {
        return parameters;
    }

    PartConfiguration configuration(PostfixtureBuilder host) {
        return configuration.apply(host);
    }

    /** Return the servers of this kind that annotations at a place ask for. */
    Stream<PartRegistration> at(AnnotationPlace place, int distance) {
        return annotation.at(place, distance, this);
    }

    Fixture of(Postfixture host) {
        return server.apply(host);
    }

    List<?> arrivals(Postfixture host) {
        return arrivals.apply(host);
    }

    /** Return whether a host has started this server. */
    boolean isStarted(Postfixture host) {
        return host.started().stream().anyMatch(server -> parameters.get(0).isOf(server.getClass()));
    }

    String annotation() {
        return annotation.toString();
    }

    String extension() {
        return annotation().substring("@With".length()) + "Extension";
    }

    /** Return the simple name of the type of the server. */
    String serverType() {
        return parameters.get(0).simpleName();
    }

    @Override
    public String toString() {
        return words;
    }
}

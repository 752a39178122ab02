package io.github.postfixture.junit5.spring;

import io.github.postfixture.Endpoint;
import io.github.postfixture.junit5.ApplicationServers;
import io.github.postfixture.junit5.ServerDescription;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailProtocol;
import io.github.postfixture.tls.CertificateAuthority;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/** What an application is told of the servers: where they are, and how to log in. */
final class FixtureProperties {

    private static final String PREFIX = "postfixture.";

    private final ServerDescription description;
    private final ApplicationServers servers;
    private final Map<String, Supplier<String>> properties = new LinkedHashMap<>();

    FixtureProperties(ServerDescription description, ApplicationServers servers) {
        this.description = description;
        this.servers = servers;
    }

    /** Return the properties that go before those of the application. */
    Map<String, Supplier<String>> over(Environment application) {
        properties.put(PREFIX + "ca", () -> CertificateAuthority.ofThisJvm().pem());
        if (description.mail().isPresent()) {
            description.protocols().forEach(this::addMail);
            properties.putAll(new SpringMail(description, servers, application).properties());
        }
        description.web().ifPresent(this::addWeb);
        return properties;
    }

    private void addMail(MailProtocol protocol) {
        add("mail." + protocol.scheme(), () -> servers.mail().endpoint(protocol));
    }

    private void addWeb(WithWebServer annotation) {
        add("web.http", () -> servers.web().http());
        add("web.https", () -> servers.web().https());
        for (String property : annotation.properties()) {
            int equals = property.indexOf('=');
            properties.put(
                    equals < 0 ? property : property.substring(0, equals),
                    value(equals < 0 ? "" : property.substring(equals + 1)));
        }
    }

    private Supplier<String> value(String written) {
        return written.isEmpty() || written.startsWith("/")
                ? () -> servers.web().http() + written
                : () -> written;
    }

    private void add(String name, Supplier<Endpoint> endpoint) {
        properties.put(PREFIX + name, () -> endpoint.get().toString());
        properties.put(PREFIX + name + ".host", () -> endpoint.get().host());
        properties.put(
                PREFIX + name + ".port", () -> String.valueOf(endpoint.get().port()));
    }
}

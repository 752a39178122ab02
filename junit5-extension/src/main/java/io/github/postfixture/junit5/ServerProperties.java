package io.github.postfixture.junit5;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.tls.CertificateAuthority;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * What an application can be told of its servers, as properties; a port is bound when somebody asks for its property.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ServerProperties {

    private static final String PREFIX = "postfixture.";

    private final Map<String, Supplier<String>> properties = new LinkedHashMap<>();
    private final ApplicationServers servers;

    private ServerProperties(ApplicationServers servers) {
        this.servers = servers;
    }

    /** Return where the servers are, under names of our own, and what {@code @WithWebServer(properties = ..)} names. */
    public static Map<String, Supplier<String>> of(ServerDescription description, ApplicationServers servers) {
        ServerProperties all = new ServerProperties(servers);
        all.properties.put(PREFIX + "ca", () -> CertificateAuthority.ofThisJvm().pem());
        description.protocols().forEach(all::addMail);
        description.web().ifPresent(all::addWeb);
        return all.properties;
    }

    /** Return the URL of a path of the web server, or the base URL for nothing; anything else is the value as it stands. */
    public static Supplier<String> value(String written, ApplicationServers servers) {
        return written.isEmpty() || written.startsWith("/")
                ? () -> servers.web().http() + written
                : () -> written;
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
                    value(equals < 0 ? "" : property.substring(equals + 1), servers));
        }
    }

    private void add(String name, Supplier<Endpoint> endpoint) {
        properties.put(PREFIX + name, () -> endpoint.get().toString());
        properties.put(PREFIX + name + ".host", () -> endpoint.get().host());
        properties.put(
                PREFIX + name + ".port", () -> String.valueOf(endpoint.get().port()));
    }
}

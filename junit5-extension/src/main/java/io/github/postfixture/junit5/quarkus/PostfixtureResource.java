package io.github.postfixture.junit5.quarkus;

import io.github.postfixture.junit5.ApplicationServers;
import io.github.postfixture.junit5.ServerDescription;
import io.github.postfixture.junit5.ServerProperties;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a Quarkus application where its mail server and its web server are, for as long as it runs; each of its tests has
 * servers of its own there, by {@link WithMailServer} and {@link WithWebServer}.
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(
 *         value = PostfixtureResource.class,
 *         initArgs = @ResourceArg(name = "shifts.url", value = "/now"))
 * @WithMailServer
 * @WithWebServer
 * class HelpDeskTests {}
 * }</pre>
 *
 * <p>The mailer of Quarkus sends to the mail server, without TLS. An argument is a property of the application: a value
 * that begins with {@code /} is the URL of this path of the web server, an empty one its base URL, any other is the value
 * as it stands, in which {@code ${postfixture.mail.imap.port}} and its like can be used.
 */
public final class PostfixtureResource implements QuarkusTestResourceLifecycleManager {

    private static final String MAILER = "quarkus.mailer.";

    private final Map<String, String> arguments = new LinkedHashMap<>();
    private Optional<ApplicationServers> servers = Optional.empty();

    /** Prepare to reserve ports; none is bound before the application starts. */
    public PostfixtureResource() {}

    @Override
    public void init(Map<String, String> initArgs) {
        arguments.putAll(initArgs);
    }

    @Override
    public Map<String, String> start() {
        ServerDescription both = ServerDescription.of(Both.class);
        ApplicationServers started = ApplicationServers.start(both);
        servers = Optional.of(started);
        Map<String, String> properties = new LinkedHashMap<>();
        ServerProperties.of(both, started).forEach((name, value) -> properties.put(name, value.get()));
        if (hasMailer()) {
            properties.putAll(mailer(started));
        }
        arguments.forEach((name, value) ->
                properties.put(name, ServerProperties.value(value, started).get()));
        return properties;
    }

    @Override
    public void inject(Object testInstance) {
        ApplicationServers.find(testInstance.getClass(), test -> servers);
    }

    @Override
    public void stop() {
        servers.ifPresent(ApplicationServers::close);
    }

    private static Map<String, String> mailer(ApplicationServers servers) {
        return Map.of(
                MAILER + "mock", "false",
                MAILER + "host", servers.mail().smtp().host(),
                MAILER + "port", String.valueOf(servers.mail().smtp().port()),
                MAILER + "tls", "false",
                MAILER + "start-tls", "DISABLED");
    }

    private static boolean hasMailer() {
        try {
            Class.forName(
                    "io.quarkus.mailer.Mailer", false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @WithMailServer
    @WithWebServer
    private static final class Both {}
}

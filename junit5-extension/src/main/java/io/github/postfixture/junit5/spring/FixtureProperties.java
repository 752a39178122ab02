package io.github.postfixture.junit5.spring;

import io.github.postfixture.junit5.ApplicationServers;
import io.github.postfixture.junit5.ServerDescription;
import io.github.postfixture.junit5.ServerProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/** What an application is told of the servers: where they are, and how to log in. */
final class FixtureProperties {

    private final ServerDescription description;
    private final ApplicationServers servers;

    FixtureProperties(ServerDescription description, ApplicationServers servers) {
        this.description = description;
        this.servers = servers;
    }

    /** Return the properties that go before those of the application. */
    Map<String, Supplier<String>> over(Environment application) {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        if (description.mail().isPresent()) {
            all.putAll(new SpringMail(description, servers, application).properties());
        }
        all.putAll(ServerProperties.of(description, servers));
        return all;
    }
}

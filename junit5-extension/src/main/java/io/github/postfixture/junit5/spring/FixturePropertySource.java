package io.github.postfixture.junit5.spring;

import io.github.postfixture.junit5.ApplicationServers;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** The properties that come from the servers; a port is bound when somebody asks for the property that names it. */
final class FixturePropertySource extends EnumerablePropertySource<ApplicationServers> {

    private static final String NAME = "postfixture";

    private final Map<String, Supplier<String>> properties;

    FixturePropertySource(ApplicationServers servers, Map<String, Supplier<String>> properties) {
        super(NAME, servers);
        this.properties = Map.copyOf(properties);
    }

    static Optional<FixturePropertySource> in(ConfigurableEnvironment environment) {
        return Optional.ofNullable(environment.getPropertySources().get(NAME))
                .filter(FixturePropertySource.class::isInstance)
                .map(FixturePropertySource.class::cast);
    }

    @Override
    public String[] getPropertyNames() {
        return properties.keySet().toArray(String[]::new);
    }

    @Override
    public boolean containsProperty(String name) {
        return properties.containsKey(name);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        Supplier<String> property = properties.get(name);
        return property == null ? null : property.get();
    }
}

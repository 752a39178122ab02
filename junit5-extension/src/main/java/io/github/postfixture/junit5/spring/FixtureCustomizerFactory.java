package io.github.postfixture.junit5.spring;

import io.github.postfixture.junit5.ApplicationServers;
import io.github.postfixture.junit5.ServerDescription;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets Spring know of the servers of a test class that has some; other test classes it leaves alone. */
final class FixtureCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        ServerDescription description = ServerDescription.of(testClass);
        if (description.isEmpty()) {
            return null;
        }
        ApplicationServers.find(testClass, FixtureCustomizerFactory::serversOf);
        return new FixtureCustomizer(description);
    }

    private static Optional<ApplicationServers> serversOf(ExtensionContext test) {
        return Optional.of(SpringExtension.getApplicationContext(test).getEnvironment())
                .filter(ConfigurableEnvironment.class::isInstance)
                .map(ConfigurableEnvironment.class::cast)
                .flatMap(FixturePropertySource::in)
                .map(FixturePropertySource::getSource);
    }
}

package io.github.postfixture.junit5.spring;

import io.github.postfixture.junit5.ApplicationServers;
import io.github.postfixture.junit5.ServerDescription;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts the servers of a test class in the place of those that the application would talk to, before it starts. Equal
 * for equal annotations, so that their classes share one application context. Adds no bean.
 *
 * @param description the servers
 */
record FixtureCustomizer(ServerDescription description) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
        ConfigurableEnvironment environment = context.getEnvironment();
        ApplicationServers servers = ApplicationServers.start(description);
        context.addApplicationListener(closing(context, servers));
        Map<String, Supplier<String>> properties = new FixtureProperties(description, servers).over(environment);
        Overrides.tell(environment, properties);
        environment.getPropertySources().addFirst(new FixturePropertySource(servers, properties));
    }

    private static ApplicationListener<ContextClosedEvent> closing(
            ConfigurableApplicationContext context, ApplicationServers servers) {
        return event -> {
            if (event.getApplicationContext() == context) {
                servers.close();
            }
        };
    }
}

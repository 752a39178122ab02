package io.github.postfixture.junit5.planted;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the bug that is planted. */
final class BugParameter implements ParameterResolver {

    static final String PROPERTY = "planted.bug";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bug.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getConfigurationParameter(PROPERTY).map(Bug::valueOf).orElse(Bug.NONE);
    }
}

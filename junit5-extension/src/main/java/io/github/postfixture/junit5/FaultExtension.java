package io.github.postfixture.junit5;

import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Script the faults that annotations such as {@link WithSmtpFault} describe. Holds nothing; safe for parallel tests. */
public final class FaultExtension implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    /** For the annotations. */
    public FaultExtension() {}

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (!TestFixtures.of(context).registrations().has(HostPart.MAIL)) {
            throw ConfigurationErrors.noServerOfFault();
        }
        Lookup lookup = Lookup.in(context);
        try {
            faults(context, lookup)
                    .forEach(fault -> fault.script().accept(new AnnotatedFaults(lookup.mailOfFault(fault.server()))));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("A fault of the test is malformed: " + e.getMessage(), e);
        }
    }

    /** Forget the faults of servers that other tests share. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        Lookup lookup = Lookup.in(context);
        faults(context, lookup).stream()
                .map(ScriptedFault::server)
                .distinct()
                .filter(name -> lookup.registrations()
                        .find(HostPart.MAIL, name)
                        .filter(registration -> registration.scope() != Scope.TEST)
                        .isPresent())
                .forEach(name -> lookup.mailOfFault(name).clearFaults());
    }

    private static List<ScriptedFault> faults(ExtensionContext context, Lookup lookup) {
        return ScriptedFault.at(
                AnnotationPlace.nearestFirst(context.getTestMethod(), context.getRequiredTestClass()),
                name -> lookup.registrations()
                        .find(HostPart.MAIL, name)
                        .map(Registration::name)
                        .orElse(name));
    }
}

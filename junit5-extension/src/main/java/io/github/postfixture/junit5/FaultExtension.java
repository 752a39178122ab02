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
        Lookup lookup = Lookup.in(context);
        try {
            faults(context, lookup).forEach(fault -> fault.script().accept(lookup));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("A fault of the test is malformed: " + e.getMessage(), e);
        }
    }

    /** Forget the faults of servers that other tests share. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        Lookup lookup = Lookup.in(context);
        for (ScriptedFault fault : faults(context, lookup)) {
            if (isShared(lookup, fault)) {
                forget(lookup, fault);
            }
        }
    }

    private static boolean isShared(Lookup lookup, ScriptedFault fault) {
        return lookup.registrations()
                .find(fault.part(), fault.server())
                .filter(registration -> registration.scope() != Scope.TEST)
                .isPresent();
    }

    private static void forget(Lookup lookup, ScriptedFault fault) {
        if (fault.part() == HostPart.MAIL) {
            lookup.mailOfFault(fault.server()).clearFaults();
        } else {
            lookup.webOfFault(fault.server()).clearFaults();
        }
    }

    private static List<ScriptedFault> faults(ExtensionContext context, Lookup lookup) {
        return ScriptedFault.at(
                AnnotationPlace.nearestFirst(context.getTestMethod(), context.getRequiredTestClass()),
                (part, name) -> lookup.registrations()
                        .find(part, name)
                        .map(Registration::name)
                        .orElse(name));
    }
}

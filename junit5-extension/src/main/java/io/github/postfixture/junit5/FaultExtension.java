package io.github.postfixture.junit5;

import io.github.postfixture.mail.MailServer;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Script the faults that annotations such as {@link WithSmtpFault} describe. Holds nothing; safe for parallel tests. */
public final class FaultExtension implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    /** For the annotations. */
    public FaultExtension() {}

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (!TestFixtures.of(context).registrations().has(Kind.MAIL)) {
            throw new ExtensionConfigurationException("A fault such as @WithSmtpFault needs a mail server;"
                    + " add @WithMailServer, or a MailServerExtension field");
        }
        script(context, new AnnotatedFaults(server(context)));
    }

    /** Forget the faults of a server that other tests share. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        TestFixtures.of(context)
                .registrations()
                .find(Kind.MAIL, "")
                .filter(registration -> registration.scope() != Scope.TEST)
                .ifPresent(registration -> server(context).clearFaults());
    }

    /** Return the server that a parameter without a name gets. */
    private static MailServer server(ExtensionContext context) {
        return (MailServer) Lookup.in(context).value(MailServer.class, FaultExtension.class);
    }

    private static void script(ExtensionContext context, AnnotatedFaults faults) {
        try {
            each(context, WithSmtpFault.class, faults::smtp);
            each(context, WithImapFault.class, faults::imap);
            each(context, WithPop3Fault.class, faults::pop3);
            each(context, WithConnectionLimit.class, faults::connections);
            one(context, WithGreylisting.class, faults::greylisting);
            one(context, WithFullMailbox.class, faults::fullMailbox);
            one(context, WithReadOnlyMailboxes.class, faults::readOnly);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("A fault of the test is malformed: " + e.getMessage(), e);
        }
    }

    private static <A extends Annotation> void each(ExtensionContext context, Class<A> type, Consumer<A> script) {
        for (AnnotatedElement place : places(context)) {
            AnnotationSupport.findRepeatableAnnotations(place, type).forEach(script);
        }
    }

    private static <A extends Annotation> void one(ExtensionContext context, Class<A> type, Consumer<A> script) {
        for (AnnotatedElement place : places(context)) {
            AnnotationSupport.findAnnotation(place, type).ifPresent(script);
        }
    }

    private static List<AnnotatedElement> places(ExtensionContext context) {
        List<AnnotatedElement> places = new ArrayList<>();
        context.getTestMethod().ifPresent(places::add);
        for (Class<?> place = context.getRequiredTestClass(); place != null; place = place.getEnclosingClass()) {
            places.add(place);
        }
        return places;
    }
}

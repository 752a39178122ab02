package io.github.postfixture.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** What the extensions have in common: they describe a server before a test, inject it, and report after a failure. */
abstract sealed class ServerExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver
        permits MailServerExtension, WebServerExtension {

    @Override
    public final void beforeEach(ExtensionContext context) {
        TestFixtures fixtures = TestFixtures.of(context);
        describe(context, fixtures);
        fixtures.recordTo(new ReportPlace(context));
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        TestFixtures fixtures = TestFixtures.of(context);
        ReportPlace place = new ReportPlace(context);
        Optional<AssertionError> problem = fixtures.verify();
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isEmpty() && problem.isPresent()) {
            fixtures.report(place, problem.get()).ifPresent(problem.get()::addSuppressed);
            throw problem.get();
        }
        failure.filter(thrown -> !(thrown instanceof TestAbortedException)).ifPresent(thrown -> {
            problem.ifPresent(thrown::addSuppressed);
            fixtures.report(place, thrown).ifPresent(thrown::addSuppressed);
        });
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return context.getTestMethod().isPresent()
                ? supports(type, TestFixtures.of(context))
                : supportsOutsideTests(type);
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw Misuse.noTestYet(parameter.getParameter());
        }
        return resolve(parameter, TestFixtures.of(context));
    }

    /** Tell the fixtures of a test which server it has. */
    abstract void describe(ExtensionContext context, TestFixtures fixtures);

    abstract boolean supports(Class<?> type, TestFixtures fixtures);

    /** Return whether a parameter that no test can have is refused by this extension. */
    abstract boolean supportsOutsideTests(Class<?> type);

    abstract Object resolve(ParameterContext parameter, TestFixtures fixtures);

    /** Return the annotation on the test method, else that on its class, else that on the nearest enclosing class. */
    static <A extends Annotation> Optional<A> nearest(ExtensionContext context, Class<A> type) {
        List<AnnotatedElement> places = new ArrayList<>();
        context.getTestMethod().ifPresent(places::add);
        for (Class<?> place = context.getRequiredTestClass(); place != null; place = place.getEnclosingClass()) {
            places.add(place);
        }
        return places.stream()
                .flatMap(place -> AnnotationSupport.findAnnotation(place, type).stream())
                .findFirst();
    }
}

package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.Postfixture;
import io.github.postfixture.junit5.report.Recorder;
import io.github.postfixture.junit5.report.Report;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The servers of one test: described by its extensions, started when first asked for, closed with its store. */
@SuppressWarnings("deprecation")
final class TestFixtures implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(TestFixtures.class);

    private final Timeline timeline = new Timeline();
    private final Slot<MailServer> mail =
            new Slot<>(() -> MailServer.builder().timeline(timeline).start());
    private final Slot<WebServer> web =
            new Slot<>(() -> WebServer.builder().timeline(timeline).start());
    private Optional<Recorder> recorder = Optional.empty();
    private boolean reported;
    private boolean verified;

    /** Return the fixtures of the test that runs in this context. */
    static TestFixtures of(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestFixtures.class, key -> new TestFixtures(), TestFixtures.class);
    }

    /** Take the mail server from this description; refuse a second one. */
    void describeMail(MailServerExtension registrar, MailServerBuilder builder) {
        mail.describe(registrar, () -> builder.timeline(timeline).start());
    }

    /** Take the web server from this description; refuse a second one. */
    void describeWeb(WebServerExtension registrar, WebServerBuilder builder) {
        web.describe(registrar, () -> builder.timeline(timeline).start());
    }

    boolean describesMail() {
        return mail.isDescribed();
    }

    MailServer mail() {
        return mail.get();
    }

    WebServer web() {
        return web.get();
    }

    Postfixture both() {
        return Postfixture.of(mail(), web());
    }

    /** Write down what happens as it happens, if this is wanted. */
    synchronized void recordTo(ReportPlace place) {
        if (place.recordsAll() && recorder.isEmpty()) {
            recorder = Optional.of(Recorder.start(report(place), timeline, place.title()));
        }
    }

    /** Return what is wrong at a server although the test may not have seen it, the first time this is asked. */
    synchronized Optional<AssertionError> verify() {
        List<Fixture> unverified = verified ? List.of() : started();
        verified = true;
        try {
            unverified.forEach(Fixture::verify);
            return Optional.empty();
        } catch (AssertionError problem) {
            return Optional.of(problem);
        }
    }

    private List<Fixture> started() {
        return Stream.<Optional<? extends Fixture>>of(mail.started(), web.started())
                .flatMap(Optional::stream)
                .map(Fixture.class::cast)
                .toList();
    }

    /** Return what happened, the first time this is asked; nothing if nothing happened. */
    synchronized Optional<FixtureReport> report(ReportPlace place, Throwable failure) {
        boolean due = !reported && !timeline.events().isEmpty();
        reported = true;
        return due ? Optional.of(FixtureReport.of(timeline, problems(), written(place, failure))) : Optional.empty();
    }

    private List<String> problems() {
        return started().stream()
                .flatMap(fixture -> fixture.problems().stream())
                .toList();
    }

    private String written(ReportPlace place, Throwable failure) {
        recorder.ifPresent(Recorder::close);
        recorder = Optional.empty();
        try {
            Report report = report(place);
            report.write(place.title(), failure.toString());
            place.publish(report.page());
            return "The whole report: " + report.page();
        } catch (IOException e) {
            return "The whole report could not be written: " + e;
        }
    }

    private Report report(ReportPlace place) {
        return new Report(place.directory(), timeline);
    }

    @Override
    public void close() {
        mail.started().ifPresent(MailServer::close);
        web.started().ifPresent(WebServer::close);
        recorder.ifPresent(Recorder::close);
    }

    /** A server that may be described once, and starts once. */
    private static final class Slot<S> {

        private Supplier<S> start;
        private Optional<Object> registrar = Optional.empty();
        private Optional<S> server = Optional.empty();

        Slot(Supplier<S> start) {
            this.start = start;
        }

        synchronized void describe(Object by, Supplier<S> description) {
            if (registrar.isPresent() && registrar.get() != by) {
                throw Misuse.twoDescriptions(by.getClass());
            }
            registrar = Optional.of(by);
            start = description;
        }

        synchronized boolean isDescribed() {
            return registrar.isPresent();
        }

        synchronized S get() {
            S running = server.orElseGet(start);
            server = Optional.of(running);
            return running;
        }

        synchronized Optional<S> started() {
            return server;
        }
    }
}

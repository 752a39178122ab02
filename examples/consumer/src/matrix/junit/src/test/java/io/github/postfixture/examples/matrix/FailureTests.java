package io.github.postfixture.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.FixtureReport;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A failure carries the report, on every JUnit. */
class FailureTests {

    /** Keeps what the failure carries. */
    static final class Reader implements TestWatcher {

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            Seen.suppressed = cause.getSuppressed();
        }
    }

    static final class Seen {
        static Throwable[] suppressed = {};

        private Seen() {}
    }

    /** Keeps the files that JUnit is handed; the method that tells of them is there since JUnit 5.12. */
    private static final class PublishedFiles implements InvocationHandler {

        private final List<Path> published = new ArrayList<>();

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            if (method.getName().equals("fileEntryPublished")) {
                Object entry = arguments[1];
                published.add((Path) entry.getClass().getMethod("getPath").invoke(entry));
            }
            return method.getReturnType() == int.class
                    ? hashCode()
                    : method.getReturnType() == boolean.class ? false : null;
        }

        TestExecutionListener listener() {
            return (TestExecutionListener) Proxy.newProxyInstance(
                    TestExecutionListener.class.getClassLoader(), new Class<?>[] {TestExecutionListener.class}, this);
        }
    }

    @Test
    void carriesTheReport() {
        PublishedFiles files = runTheFailingTest();

        assertThat(Seen.suppressed).hasSize(1);
        assertThat(Seen.suppressed[0])
                .isInstanceOf(FixtureReport.class)
                .hasMessageContaining("with subject \"Welcome\"")
                .hasMessageContaining("The whole report: ");
        if (version() < 12) {
            assertThat(files.published).isEmpty();
        } else {
            assertThat(files.published)
                    .singleElement()
                    .satisfies(place ->
                            assertThat(place.resolve("report.html")).content().contains("Welcome"));
        }
    }

    private static PublishedFiles runTheFailingTest() {
        PublishedFiles files = new PublishedFiles();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(Failing.class))
                                .build(),
                        files.listener());
        return files;
    }

    /** Return 10 for JUnit 5.10, 20 for 6.0. */
    private static int version() {
        String[] parts = System.getProperty("expected.junit.version").split("\\.");
        return (Integer.parseInt(parts[0]) - 5) * 20 + Integer.parseInt(parts[1]);
    }

    @ExtendWith(Reader.class)
    @WithMailServer
    static class Failing {

        @Test
        void fails(MailServer mail) {
            Mails.send(mail.smtp());
            mail.awaitMail();
            throw new AssertionError("on purpose");
        }
    }
}

package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a project sets for all its uses of Awaitility does not count here; nor does a project see what is set here. */
@Timeout(60)
class AwaitilityDefaultsTests {

    private static final Pattern OF_AWAITILITY = Pattern.compile(" org\\.(awaitility|hamcrest)\\.");

    @Test
    void ofAProjectDoNotCount() throws Exception {
        assertThat(OwnJvm.said(ForeignDefaults.class, "-Dexample=1"))
                .isEqualTo("fulfilled by main after 2 evaluations, nobody catches for all threads: true\n");
    }

    @Test
    void areNotEvenLoadedWithoutAwait() throws Exception {
        assertThat(loadedBy(EverydayUse.class)).isEmpty();
    }

    @Test
    void areLoadedByAwait() throws Exception {
        assertThat(loadedBy(ForeignDefaults.class))
                .anyMatch(line -> line.contains(" org.awaitility.core.ConditionFactory "));
    }

    /** Return what of Awaitility a program has loaded. */
    private static List<String> loadedBy(Class<?> program) throws IOException {
        List<String> lines = OwnJvm.said(program, "-Xlog:class+load").lines().toList();
        assertThat(lines).anyMatch(line -> line.contains(" io.github.postfixture.Fixture "));
        return lines.stream().filter(line -> OF_AWAITILITY.matcher(line).find()).toList();
    }

    static final class ForeignDefaults {

        private ForeignDefaults() {}

        public static void main(String[] arguments) {
            Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
            Awaitility.setDefaultPollDelay(Duration.ofSeconds(50));
            Awaitility.setDefaultPollInterval(Duration.ofSeconds(50));
            Awaitility.setDefaultFailFastCondition(() -> true);
            Awaitility.setDefaultConditionEvaluationListener(condition -> System.out.println("A listener is told"));
            Awaitility.ignoreExceptionsByDefault();
            AtomicInteger evaluations = new AtomicInteger();
            AtomicBoolean nobodyCatches = new AtomicBoolean();
            try (MailServer mail = MailServer.start()) {
                mail.await().until(() -> {
                    nobodyCatches.set(Thread.getDefaultUncaughtExceptionHandler() == null);
                    return evaluations.incrementAndGet() == 2;
                });
            }
            System.out.println("fulfilled by " + Thread.currentThread().getName() + " after " + evaluations
                    + " evaluations, nobody catches for all threads: " + nobodyCatches.get());
        }
    }
}

package io.github.postfixture.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClashTests {

    @Test
    void namesTheJarAndTheLinesThatMendIt() {
        Throwable failure = new IllegalStateException(
                "No page",
                new NoSuchMethodError("'org.jsoup.parser.Parser org.jsoup.parser.Parser.setTrackPosition(boolean)'"));

        assertThat(Clash.behind(failure).orElseThrow())
                .matches("jsoup-[\\d.]+\\.jar does not fit: .*")
                .endsWith("does not fit: postfixture needs org.jsoup:jsoup 1.15.4 or later; put this into"
                        + " <dependencyManagement>, before any BOM: <dependency><groupId>org.jsoup</groupId>"
                        + "<artifactId>jsoup</artifactId><version>1.15.4</version></dependency>, and see mvn"
                        + " dependency:tree for who excludes it or brings another");
    }

    @ParameterizedTest
    @CsvSource({
        "javax/mail/UIDFolder, com.icegreen:greenmail 2.1.13",
        "jakarta/activation/DataHandler, jakarta.activation:jakarta.activation-api 2.1.4",
        "com/sun/activation/registries/LogSupport, jakarta.activation:jakarta.activation-api 2.1.4",
        "org/eclipse/angus/mail/imap/protocol/INTERNALDATE, org.eclipse.angus:jakarta.mail 2.0.5",
        "org/slf4j/LoggerFactory, org.slf4j:slf4j-api 2.0.18",
        "java.lang.AssertionError io.github.postfixture.mail.AbstractExplainedAssert.failureWithActualExpected(), org.assertj:assertj-core 3.24.2",
        "org/awaitility/core/TimeoutEvent, org.awaitility:awaitility 4.2.0",
        "org/hamcrest/Matchers, org.hamcrest:hamcrest 2.1"
    })
    void knowsTheLibraryByWhatIsMissing(String missing, String library) {
        assertThat(Clash.behind(new NoClassDefFoundError(missing)).orElseThrow())
                .contains(" does not fit: postfixture needs " + library + " or later;");
    }

    @Test
    void saysSoIfThereIsNoSuchLibraryAtAll() {
        Library library = Library.of("com.example:tea:1.0", "com.example.Tea", "com.example.");

        assertThat(library.advice()).startsWith("tea is missing: postfixture needs com.example:tea 1.0 or later; ");
    }

    @Test
    void knowsTheOrderThatBreaksAnApplicationOfTheTimeBeforeJakarta() {
        Throwable failure = new ClassCastException("class org.eclipse.angus.mail.handlers.text_plain cannot be cast to"
                + " class javax.activation.DataContentHandler (both are in unnamed module of loader 'app')");

        assertThat(Clash.behind(failure).orElseThrow())
                .matches("javax\\.mail finds the handlers of Jakarta Mail, as it comes after it on the class path:"
                        + " javax\\.mail after jakarta\\.mail-[\\d.]+\\.jar; move the dependency that brings javax\\.mail"
                        + " before postfixture-junit5");
    }

    @Test
    void isNotSeenInOtherFailures() {
        assertThat(Clash.behind(new AssertionError("org.jsoup.Jsoup"))).isEmpty();
        assertThat(Clash.behind(new NoClassDefFoundError("com/example/Shop"))).isEmpty();
        assertThat(Clash.behind(new ClassCastException())).isEmpty();
    }

    @Test
    void isNotSeenInWhatTheApplicationMadeOfALibrary() {
        LinkageError failure = new NoSuchMethodError("org.assertj.core.api.Assertions.assertThatFuture");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("com.example.Shop", "order", null, 1)});

        assertThat(Clash.behind(failure)).isEmpty();
    }

    @Test
    void isFoundThoughCausesGoRoundInACircle() {
        Throwable first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(Clash.behind(first)).isEqualTo(Optional.empty());
    }
}

package io.github.postfixture.junit5.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.junit5.MailServerExtension;
import io.github.postfixture.junit5.Scope;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

class SpringApplicationTests {

    @Test
    void isStartedOnceForAnyNumberOfClassesAndHasNewServersForEachTest() {
        run(FirstTestCase.class, SecondTestCase.class);

        assertThat(CountedShop.STARTED).hasValue(1);
    }

    @Test
    void runsOneTestAtATime() {
        run(ParallelTestCase.class);
    }

    @Test
    void isLeftAloneIfTheTestHasNoServer() {
        run(UnrelatedTestCase.class);
    }

    @Test
    void keepsWhatItSentBeforeTheFirstTestAndTooLateOutOfTheTests() {
        run(LateTestCase.class);
    }

    @Test
    void refusesAScopeOnce() {
        assertThat(results(ScopeTestCase.class).allEvents().failed().stream()
                        .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream()))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal)
                        .hasMessageStartingWith("@WithWebServer of a Spring application must not have a scope")
                        .hasNoSuppressedExceptions());
    }

    @Test
    void canHaveOneServerForTheWholeClass() {
        run(OneServerTestCase.class);
    }

    private static void run(Class<?>... classes) {
        EngineExecutionResults results = results(classes);
        assertThat(results.allEvents().failed().stream().map(Object::toString)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isPositive();
    }

    private static EngineExecutionResults results(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .selectors(Stream.of(classes).map(type -> selectClass(type)).toArray(ClassSelector[]::new))
                .execute();
    }

    /** An application that sends a mail when it starts. */
    @Configuration(proxyBeanMethods = false)
    static class Shop {

        @Bean
        Mailer mailer(@Value("${postfixture.mail.smtp}") URI smtp) {
            Mailer mailer = new Mailer(smtp);
            mailer.send("The shop is open");
            return mailer;
        }
    }

    /** An application that knows how often it has started. */
    @Configuration(proxyBeanMethods = false)
    static class CountedShop extends Shop {

        static final AtomicInteger STARTED = new AtomicInteger();

        CountedShop() {
            STARTED.incrementAndGet();
        }
    }

    @SpringJUnitConfig(CountedShop.class)
    @WithMailServer
    @WithWebServer(properties = {"payment.url=/pay", "hook.url", "shop.name=tea"})
    static class FirstTestCase {

        @Autowired
        private Mailer mailer;

        @Test
        void seesItsOwnMailOnly(MailServer mail) {
            mailer.send("first");

            assertThat(mail.awaitMail()).hasSubject("first");
            assertThat(mail.receivedMails()).hasSize(1);
        }

        @Test
        void doesNotHaveToAskForTheServer() {
            mailer.send("second");
        }

        @Test
        void hasTheAddressesInItsSettings(WebServer web, @Autowired Environment settings) {
            web.serve("/pay", Response.ok());

            assertThat(settings.getProperty("payment.url"))
                    .isEqualTo(web.uri("/pay").toString());
            assertThat(settings.getProperty("hook.url")).isEqualTo(web.http().toString());
            assertThat(settings.getProperty("shop.name")).isEqualTo("tea");
            assertThat(Page.open(URI.create(settings.getRequiredProperty("payment.url"))))
                    .hasStatusOk();
        }

        @Nested
        class Within {

            @Test
            void hasAServerOfItsOwnToo(MailServer mail) {
                mailer.send("nested");

                assertThat(mail.awaitMail()).hasSubject("nested");
                assertThat(mail.receivedMails()).hasSize(1);
            }
        }
    }

    static class SecondTestCase extends FirstTestCase {}

    @SpringJUnitConfig(Shop.class)
    @DirtiesContext
    @WithMailServer
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelTestCase {

        @RepeatedTest(16)
        void hasTheServersToItself(MailServer mail, @Autowired Mailer mailer) {
            mailer.send("mine");

            assertThat(mail.awaitMail()).hasSubject("mine");
            assertThat(mail.receivedMails()).hasSize(1);
        }
    }

    @SpringJUnitConfig
    static class UnrelatedTestCase {

        @Test
        void hasNoSettingsOfOurs(@Autowired ApplicationContext context) {
            assertThat(context.getEnvironment().containsProperty("postfixture.ca"))
                    .isFalse();
        }

        @Configuration(proxyBeanMethods = false)
        static class Nothing {}
    }

    @SpringJUnitConfig
    @WithWebServer(scope = Scope.CLASS)
    static class ScopeTestCase {

        @Test
        void isNotReached() {}

        @Configuration(proxyBeanMethods = false)
        static class Nothing {}
    }

    @SpringJUnitConfig
    static class OneServerTestCase {

        @RegisterExtension
        static final MailServerExtension SERVER =
                MailServerExtension.with(MailServer.builder()).scope(Scope.CLASS);

        private static Mailer mailer;

        @BeforeAll
        static void tellTheAddress(MailServer mail) {
            mailer = new Mailer(mail.smtp().uri());
        }

        @RepeatedTest(2)
        void sharesIt(MailServer mail, RepetitionInfo repetition) {
            mailer.send("one more");

            mail.awaitMail();
            assertThat(mail.receivedMails()).hasSize(repetition.getCurrentRepetition());
        }

        @Configuration(proxyBeanMethods = false)
        static class Nothing {}
    }

    @SpringJUnitConfig(Shop.class)
    @DirtiesContext
    @WithMailServer(timeout = 30)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @ExtendWith(SendsLate.class)
    static class LateTestCase {

        @Test
        @Order(1)
        void comesAfterTheStart(MailServer mail) {
            assertThat(mail.receivedMails()).isEmpty();
            awaitLine(
                    mail,
                    "before its first test: mail from shop@example.org to [alice@example.org] with subject \"The"
                            + " shop is open\"");
        }

        @Test
        @Order(2)
        void comesAfterTheLateMail(MailServer mail) {
            assertThat(mail.receivedMails()).isEmpty();
            awaitLine(
                    mail,
                    "from an earlier test: mail from shop@example.org to [alice@example.org] with subject"
                            + " \"Late\"");
        }

        private static void awaitLine(MailServer mail, String line) {
            assertThat(Deadline.waitingFor("an event", Duration.ofSeconds(30))
                            .await(
                                    mail.timeline(),
                                    () -> mail.timeline().events().stream()
                                            .filter(event -> event.toString().contains(line))
                                            .findFirst()))
                    .isPresent();
        }
    }

    /** Sends a mail when a test is over and its servers are closed. */
    static final class SendsLate implements TestWatcher {

        @Override
        public void testSuccessful(ExtensionContext context) {
            SpringExtension.getApplicationContext(context).getBean(Mailer.class).send("Late");
        }
    }
}

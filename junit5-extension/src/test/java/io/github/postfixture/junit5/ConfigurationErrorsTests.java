package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ConfigurationErrorsTests {

    @Test
    void ofAnAnnotationTogetherWithAFieldIsNamed() {
        assertThat(failure(AnnotationAndFieldTestCase.class))
                .hasMessage("The test has two servers of one kind: @WithMailServer and a MailServerExtension field,"
                        + " or two of the same; keep one of them, or name them apart");
    }

    @Test
    void ofTwoServersWithOneNameIsNamed() {
        assertThat(failure(TwoOfOneNameTestCase.class))
                .hasMessageStartingWith(
                        "The test has two servers of one kind and name (\"billing\"): @WithMailServer and");
    }

    @Test
    void ofANameThatNobodyHasIsNamed() {
        assertThat(failure(UnknownNameTestCase.class))
                .hasMessage("There is no mail server named \"biling\"; the names are [billing, shop]: say which with"
                        + " @Server(\"..\")");
    }

    @Test
    void ofTwoServersOfWhichNoneIsNamedIsNamed() {
        assertThat(failure(NoNameTestCase.class))
                .hasMessage("There is no mail server without a name; the names are [billing, shop]: say which with"
                        + " @Server(\"..\")");
    }

    @Test
    void ofAClassScopeOnAMethodIsNamed() {
        assertThat(failure(ClassScopeOnAMethodTestCase.class))
                .hasMessage(
                        "@WithMailServer(scope = Scope.CLASS) must stand on a class; on a method the scope is TEST or"
                                + " JVM");
    }

    @Test
    void ofAFinalFieldIsNamed() {
        assertThat(failure(FinalFieldTestCase.class))
                .hasMessage("@Server field FinalFieldTestCase.mail must not be final");
    }

    @Test
    void ofAFieldWithoutAServerIsNamed() {
        assertThat(failure(FieldWithoutServerTestCase.class))
                .hasMessage(
                        "Field FieldWithoutServerTestCase.web must be a MailServer, WebServer, Mailbox or Postfixture,"
                                + " and the test must have such a server: add @WithMailServer or @WithWebServer");
    }

    @Test
    void ofAStaticFieldForAServerOfATestIsNamed() {
        assertThat(failure(StaticFieldTestCase.class))
                .hasMessageStartingWith("A MailServer cannot be a static field, or");
    }

    @Test
    void ofAHostOfTwoLifetimesIsNamed() {
        assertThat(failure(HostOfTwoLifetimesTestCase.class))
                .hasMessage(
                        "A Postfixture needs a mail server and a web server of the same scope, which share a timeline;"
                                + " give both the same scope, or take MailServer and WebServer apart");
    }

    @Test
    void ofExtendWithIsNamed() {
        assertThat(failure(ExtendWithTestCase.class))
                .hasMessage("@ExtendWith(MailServerExtension.class) does not say which server;"
                        + " use @WithMailServer instead");
    }

    @Test
    void ofAnAccountWithoutPasswordIsNamed() {
        assertThat(failure(MalformedAccountTestCase.class))
                .hasMessage("@WithMailServer account \"alice@example.org\" must be an address and a password,"
                        + " such as \"alice@example.org:secret\"");
    }

    @Test
    void ofAnAccountWithTooManyColonsIsNamed() {
        assertThat(failure(ColonInPasswordTestCase.class))
                .hasMessage("@WithMailServer account \"alice@example.org:a:b:alice\" must be an address, a password and"
                        + " perhaps a login name, such as \"alice@example.org:secret:alice\"; for a password with a colon,"
                        + " use a MailServerExtension with account(..)");
    }

    @Test
    void ofAnUnknownAccountIsNamed() {
        assertThat(failure(UnknownAccountTestCase.class))
                .hasMessage("@MailboxOf(\"alcie@example.org\") is no account of the mail server, whose accounts are"
                        + " [alice@example.org]; correct the address, or add the account");
    }

    @Test
    void ofAMailboxOfNobodyIsNamed() {
        assertThat(failure(MailboxOfNobodyTestCase.class))
                .hasMessage("A Mailbox parameter without @MailboxOf needs exactly one account in"
                        + " @WithMailServer(accounts = ..), but the accounts are []; say whose it is, such as"
                        + " @MailboxOf(\"alice@example.org\")");
    }

    @Test
    void ofAServerBeforeAllTestsIsNamed() {
        assertThat(failure(BeforeAllTestCase.class))
                .hasMessage("A MailServer cannot be a static field, or a parameter of a constructor, @BeforeAll or"
                        + " @AfterAll method: every test has one of its own; take it as a parameter of the test or of a"
                        + " @BeforeEach method, or let the class have one server with scope = Scope.CLASS");
    }

    @Test
    void ofATimeoutIsNamed() {
        assertThat(failure(NegativeTimeoutTestCase.class))
                .hasMessage("@WithMailServer: timeout (PT-1S) must be positive");
    }

    @Test
    void ofASiteThatIsMissingIsNamed() {
        assertThat(failure(MissingSiteTestCase.class)).hasMessageStartingWith("@WithWebServer: ");
    }

    @Nested
    class FailureReports {

        @Test
        void tellWhatHappenedAtTheServers() {
            Throwable failure = failure(FailingTestCase.class);

            assertThat(failure).hasMessage("on purpose");
            assertThat(failure.getSuppressed()).hasSize(1);
            assertThat(failure.getSuppressed()[0].getMessage())
                    .startsWith("What happened at the servers of this test:\n")
                    .endsWith("smtp   mail from shop@example.org to [alice@example.org] with subject \"Welcome\"\n"
                            + "The whole report: "
                            + Path.of(
                                            "target/postfixture/"
                                                    + "io.github.postfixture.junit5.ConfigurationErrorsTests.FailingTestCase/test/report.html")
                                    .toUri());
        }

        @Test
        void sayThatNothingHappened() {
            assertThat(failure(FailingWithoutEventsTestCase.class).getSuppressed()[0])
                    .hasMessageStartingWith("Nothing happened at the servers of this test");
        }
    }

    private static Throwable failure(Class<?> testCase) {
        List<Throwable> failures = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(ConfigurationErrorsTests::failure)
                .toList();
        assertThat(failures).as("failures of %s", testCase.getSimpleName()).hasSize(1);
        return failures.get(0);
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @WithMailServer
    static class AnnotationAndFieldTestCase {

        @RegisterExtension
        static final MailServerExtension MAIL = MailServerExtension.with(MailServer.builder());

        @Test
        void test(MailServer mail) {}
    }

    @WithMailServer(name = "billing")
    @WithMailServer(name = "billing", timeout = 1)
    static class TwoOfOneNameTestCase {

        @Test
        void test() {}
    }

    @WithMailServer(name = "billing")
    @WithMailServer(name = "shop")
    static class UnknownNameTestCase {

        @Test
        void test(@Server("biling") MailServer mail) {}
    }

    @WithMailServer(name = "billing")
    @WithMailServer(name = "shop")
    static class NoNameTestCase {

        @Test
        void test(MailServer mail) {}
    }

    static class ClassScopeOnAMethodTestCase {

        @Test
        @WithMailServer(scope = Scope.CLASS)
        void test() {}
    }

    @WithMailServer
    static class FinalFieldTestCase {

        @Server
        private final Optional<MailServer> mail = Optional.empty();

        @Test
        void test() {
            assertThat(mail).isEmpty();
        }
    }

    @WithMailServer
    static class FieldWithoutServerTestCase {

        @Server
        private String web;

        @Test
        void test() {
            assertThat(web).isNull();
        }
    }

    @WithMailServer
    static class StaticFieldTestCase {

        @Server
        private static MailServer mail;

        @Test
        void test() {
            assertThat(mail).isNull();
        }
    }

    @WithMailServer
    @WithWebServer(scope = Scope.CLASS)
    static class HostOfTwoLifetimesTestCase {

        @Test
        void test(Postfixture host) {}
    }

    @ExtendWith(MailServerExtension.class)
    static class ExtendWithTestCase {

        @Test
        void test(MailServer mail) {}
    }

    @WithMailServer(accounts = "alice@example.org")
    static class MalformedAccountTestCase {

        @Test
        void test(MailServer mail) {}
    }

    @WithMailServer(accounts = "alice@example.org:a:b:alice")
    static class ColonInPasswordTestCase {

        @Test
        void test(MailServer mail) {}
    }

    @WithMailServer(accounts = "alice@example.org:secret")
    static class UnknownAccountTestCase {

        @Test
        void test(@MailboxOf("alcie@example.org") Mailbox mailbox) {}
    }

    @WithMailServer
    static class MailboxOfNobodyTestCase {

        @Test
        void test(Mailbox mailbox) {}
    }

    @WithMailServer
    static class BeforeAllTestCase {

        @BeforeAll
        static void prepare(MailServer mail) {}

        @Test
        void test() {}
    }

    @WithMailServer(timeout = -1)
    static class NegativeTimeoutTestCase {

        @Test
        void test(MailServer mail) {}
    }

    @WithWebServer(site = "no/such/directory")
    static class MissingSiteTestCase {

        @Test
        void test() {}
    }

    @WithMailServer
    @WithWebServer
    static class FailingTestCase {

        @Test
        void test(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
            mail.awaitMail();
            throw new AssertionError("on purpose");
        }
    }

    @WithMailServer
    static class FailingWithoutEventsTestCase {

        @Test
        void test(MailServer mail) {
            throw new AssertionError("on purpose");
        }
    }
}

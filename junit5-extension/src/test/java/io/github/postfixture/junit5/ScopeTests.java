package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.web.WebServer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTests {

    @Test
    void classScopeSharesOneServerFromBeforeAllToAfterAll() {
        assertThat(Suite.passes(PerClassTestCase.class)).isEqualTo(9);
        assertThat(PerClassTestCase.SERVERS).hasSize(1);
        assertThat(PerClassTestCase.afterAll).isEqualTo("open, with 1 mail");
    }

    @Test
    void classScopeWorksWithOneInstanceForAllTests() {
        assertThat(Suite.passes(PerClassInstanceTestCase.class)).isEqualTo(2);
    }

    @Test
    @ResourceLock("JVM_SERVERS")
    void jvmScopeSharesOneServerAmongClassesThatSayTheSame() {
        JVM_SERVERS.clear();
        assertThat(Suite.passes(JvmTestCase.class, SameJvmTestCase.class, OtherJvmTestCase.class))
                .isEqualTo(3);
        assertThat(JVM_SERVERS.get("first")).hasSize(1).isEqualTo(JVM_SERVERS.get("second"));
        assertThat(JVM_SERVERS.get("other")).doesNotContainAnyElementsOf(JVM_SERVERS.get("first"));
    }

    @Test
    @ResourceLock("JVM_SERVERS")
    void jvmScopeEndsWithTheRun() {
        JVM_SERVERS.clear();
        Suite.passes(JvmTestCase.class);

        assertThat(JVM_SERVERS.get("first"))
                .singleElement()
                .satisfies(server -> assertThat(server.timeline().toString()).contains("server closed"));
    }

    @Test
    void portsCanLastLongerThanTheServer() {
        assertThat(Suite.passes(KeptPortsTestCase.class)).isEqualTo(3);
        assertThat(KeptPortsTestCase.SERVERS).hasSize(3);
        assertThat(KeptPortsTestCase.ENDPOINTS).hasSize(1);
    }

    @Test
    void fieldsOfTheExtensionHaveTheSameScopes() {
        assertThat(Suite.passes(ExtensionFieldsTestCase.class)).isEqualTo(4);
        assertThat(ExtensionFieldsTestCase.PER_CLASS).hasSize(1);
        assertThat(ExtensionFieldsTestCase.PER_TEST).hasSize(4);
    }

    @Test
    void severalServersHaveNames() {
        assertThat(Suite.passes(NamedTestCase.class)).isEqualTo(2);
    }

    @Test
    void theNearestRegistrationAnswers() {
        assertThat(Suite.passes(NearestTestCase.class)).isEqualTo(5);
    }

    @Test
    void fieldsAreSet() {
        assertThat(Suite.passes(FieldsTestCase.class)).isEqualTo(2);
    }

    @Test
    void testsThatShareAServerTakeTurns() {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

        assertThat(Suite.passes(parallel, TurnsTestCase.class, MoreTurnsTestCase.class))
                .isEqualTo(20);
    }

    static final Map<String, Set<MailServer>> JVM_SERVERS = new ConcurrentHashMap<>();
    static final AtomicInteger AT_WORK = new AtomicInteger();

    @WithMailServer(scope = Scope.CLASS, accounts = "alice@example.org:secret")
    static class PerClassTestCase {

        static final Set<MailServer> SERVERS = ConcurrentHashMap.newKeySet();
        static String afterAll = "";

        PerClassTestCase(MailServer mail) {
            SERVERS.add(mail);
        }

        @BeforeAll
        static void fill(MailServer mail) {
            SERVERS.clear();
            SERVERS.add(mail);
            Mails.send(mail, "alice@example.org", "From the start");
        }

        @AfterAll
        static void look(MailServer mail) {
            SERVERS.add(mail);
            mail.smtp();
            afterAll = "open, with " + mail.receivedMails().size() + " mail";
        }

        @BeforeEach
        void prepare(MailServer mail) {
            SERVERS.add(mail);
        }

        @AfterEach
        void cleanUp(MailServer mail) {
            SERVERS.add(mail);
        }

        @Test
        void test(Mailbox inbox) {
            assertThat(inbox.address()).isEqualTo("alice@example.org");
        }

        @RepeatedTest(2)
        void repeated(MailServer mail) {
            SERVERS.add(mail);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String argument, MailServer mail) {
            SERVERS.add(mail);
        }

        @TestFactory
        Stream<DynamicTest> factory(MailServer mail) {
            return Stream.of("a", "b").map(name -> dynamicTest(name, () -> SERVERS.add(mail)));
        }

        @Nested
        class Inside {

            @Test
            void shares(MailServer mail) {
                SERVERS.add(mail);
            }

            @Nested
            class Deeper {

                @Test
                void shares(MailServer mail) {
                    SERVERS.add(mail);
                }
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @WithMailServer(scope = Scope.CLASS)
    static class PerClassInstanceTestCase {

        @Server
        private MailServer mail;

        @BeforeAll
        void isSet() {
            mail.smtp();
        }

        @Test
        void first(MailServer parameter) {
            assertThat(parameter).isSameAs(mail);
        }

        @Test
        void second(MailServer parameter) {
            assertThat(parameter).isSameAs(mail);
        }
    }

    private static void note(String name, MailServer mail) {
        JVM_SERVERS.computeIfAbsent(name, unused -> new HashSet<>()).add(mail);
    }

    @WithMailServer(scope = Scope.JVM, accounts = "jvm@example.org:secret")
    static class JvmTestCase {

        @Test
        void test(MailServer mail) {
            mail.smtp();
            note("first", mail);
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "jvm@example.org:secret")
    static class SameJvmTestCase {

        @BeforeAll
        static void before(MailServer mail) {
            note("second", mail);
        }

        @Test
        void test(MailServer mail) {
            note("second", mail);
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "other@example.org:secret")
    static class OtherJvmTestCase {

        @Test
        void test(MailServer mail) {
            note("other", mail);
        }
    }

    @WithMailServer(ports = Scope.JVM)
    static class KeptPortsTestCase {

        static final Set<MailServer> SERVERS = new HashSet<>();
        static final Set<Endpoint> ENDPOINTS = new HashSet<>();

        @RepeatedTest(3)
        void test(MailServer mail) {
            SERVERS.add(mail);
            ENDPOINTS.add(mail.smtp());
            assertThat(mail.receivedMails()).isEmpty();
            Mails.send(mail, "alice@example.org", "Welcome");
            assertThat(mail.awaitMail()).hasSubject("Welcome");
        }
    }

    static class ExtensionFieldsTestCase {

        static final Set<MailServer> PER_CLASS = new HashSet<>();
        static final Set<MailServer> PER_TEST = new HashSet<>();

        @RegisterExtension
        static final MailServerExtension SHARED =
                MailServerExtension.with(MailServer.builder()).named("shared").scope(Scope.CLASS);

        @RegisterExtension
        final MailServerExtension own =
                MailServerExtension.with(MailServer.builder()).named("own");

        @RegisterExtension
        final WebServerExtension web = WebServerExtension.with(WebServer.builder());

        @BeforeAll
        static void before(@Server("shared") MailServer mail) {
            PER_CLASS.add(mail);
        }

        @RepeatedTest(3)
        void test(@Server("shared") MailServer shared, @Server("own") MailServer mail, WebServer server) {
            PER_CLASS.add(shared);
            PER_TEST.add(mail);
            assertThat(server.timeline()).isSameAs(mail.timeline());
        }

        @Nested
        class Inside {

            @Test
            void test(@Server("shared") MailServer shared, @Server("own") MailServer mail) {
                PER_CLASS.add(shared);
                PER_TEST.add(mail);
            }
        }
    }

    @WithMailServer(name = "shop", accounts = "shop@example.org:x")
    @WithMailServer(name = "billing", accounts = "billing@example.org:x")
    @WithWebServer(name = "only")
    static class NamedTestCase {

        @Server("shop")
        private MailServer shop;

        @Test
        void haveTheirOwnAccounts(@Server("billing") MailServer billing, @Server("billing") Mailbox inbox) {
            assertThat(shop.accounts()).containsExactly("shop@example.org");
            assertThat(billing.accounts()).containsExactly("billing@example.org");
            assertThat(inbox.address()).isEqualTo("billing@example.org");
            assertThat(billing.timeline()).isSameAs(shop.timeline());
        }

        @Test
        void theOnlyOneNeedsNoName(WebServer web, @Server("only") WebServer named) {
            assertThat(web).isSameAs(named);
        }
    }

    @WithMailServer(accounts = "outer@example.org:x")
    static class NearestTestCase {

        @Test
        void outer(MailServer mail) {
            assertThat(mail.accounts()).containsExactly("outer@example.org");
        }

        @Nested
        class ExtensionInside {

            @RegisterExtension
            final MailServerExtension field =
                    MailServerExtension.with(MailServer.builder().account("field@example.org", "x"));

            @Test
            void inner(MailServer mail, Postfixture host) {
                assertThat(mail.accounts()).containsExactly("field@example.org");
                assertThat(host.mail()).isSameAs(mail);
            }

            @Test
            @WithMailServer(accounts = "method@example.org:x")
            void method(MailServer mail) {
                assertThat(mail.accounts()).containsExactly("method@example.org");
            }

            @Nested
            @WithMailServer(accounts = "inmost@example.org:x", scope = Scope.CLASS)
            class AnnotationInside {

                @BeforeAll
                static void before(MailServer mail) {
                    assertThat(mail.accounts()).containsExactly("inmost@example.org");
                }

                @Test
                void inmost(MailServer mail) {
                    assertThat(mail.accounts()).containsExactly("inmost@example.org");
                }
            }
        }

        @Nested
        @WithMailServer(name = "more")
        class NamedInside {

            @Test
            void both(MailServer mail, @Server("more") MailServer more) {
                assertThat(mail.accounts()).containsExactly("outer@example.org");
                assertThat(more).isNotSameAs(mail);
            }
        }
    }

    @WithMailServer(accounts = "alice@example.org:x")
    @WithWebServer(scope = Scope.CLASS)
    static class FieldsTestCase {

        @Server
        private static WebServer web;

        @Server
        private MailServer mail;

        @MailboxOf("alice@example.org")
        private Mailbox inbox;

        @BeforeAll
        static void hasTheStaticOne() {
            web.http();
        }

        @BeforeEach
        void haveTheOthers() {
            mail.smtp();
        }

        @Test
        void areTheServersOfTheTest(MailServer parameter, WebServer shared) {
            assertThat(mail).isSameAs(parameter);
            assertThat(web).isSameAs(shared);
            assertThat(inbox).isSameAs(mail.mailbox("alice@example.org"));
        }

        @Nested
        class Inside {

            @Server
            private MailServer same;

            @Test
            void areThoseOfTheOuterInstanceToo() {
                assertThat(same).isSameAs(mail);
            }
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "turns@example.org:x")
    static class TurnsTestCase {

        @RepeatedTest(10)
        void isAlone(MailServer mail) {
            workAlone(mail);
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "turns@example.org:x")
    static class MoreTurnsTestCase {

        @RepeatedTest(10)
        void isAlone(MailServer mail) {
            workAlone(mail);
        }
    }

    private static void workAlone(MailServer mail) {
        assertThat(AT_WORK.incrementAndGet()).isEqualTo(1);
        Mails.send(mail, "turns@example.org", "Turn");
        assertThat(mail.awaitMail()).hasSubject("Turn");
        AT_WORK.decrementAndGet();
    }
}

package io.github.postfixture.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.junit5.MailServerExtension;
import io.github.postfixture.junit5.Scope;
import io.github.postfixture.junit5.Server;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.web.WebServer;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lifetimes of servers, on every JUnit. */
class ScopesTests {

    @Test
    void runOnTheJUnitThatWasAskedFor() {
        String version = System.getProperty("expected.junit.version");

        assertThat(Test.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .contains("junit-jupiter-api-" + version + ".jar");
    }

    @Nested
    @WithMailServer(accounts = "alice@example.org:secret")
    @WithWebServer
    class PerTest {

        private final Set<MailServer> seen = new HashSet<>();

        @Server
        private MailServer field;

        @RepeatedTest(2)
        void hasServersOfItsOwn(MailServer mail, WebServer web, Mailbox inbox) {
            assertThat(seen.add(mail)).isTrue();
            assertThat(field).isSameAs(mail);
            assertThat(web.timeline()).isSameAs(mail.timeline());
            assertThat(inbox.address()).isEqualTo("alice@example.org");
            assertThat(mail.receivedMails()).isEmpty();
            Mails.send(mail.smtp());
            assertThat(mail.awaitMail()).hasSubject("Welcome");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void takesArgumentsToo(String argument, MailServer mail) {
            assertThat(argument).isNotEmpty();
            assertThat(mail.receivedMails()).isEmpty();
        }

        @Nested
        class ExtensionInside {

            @RegisterExtension
            final MailServerExtension nearer =
                    MailServerExtension.with(MailServer.builder().account("bob@example.org", "secret"));

            @Test
            void counts(MailServer mail) {
                assertThat(mail.accounts()).containsExactly("bob@example.org");
            }
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @WithMailServer(scope = Scope.CLASS)
    class PerClass {

        private final Set<MailServer> seen = new HashSet<>();

        PerClass(MailServer mail) {
            seen.add(mail);
        }

        @BeforeAll
        void begin(MailServer mail) {
            seen.add(mail);
        }

        @AfterAll
        void end(MailServer mail) {
            seen.add(mail);
            Mails.send(mail.smtp());
            assertThat(seen).hasSize(1);
        }

        @RepeatedTest(2)
        void sharesTheServer(MailServer mail) {
            seen.add(mail);
        }

        @TestFactory
        Stream<DynamicTest> sharesItWithDynamicTests(MailServer mail) {
            return Stream.of("a", "b").map(name -> DynamicTest.dynamicTest(name, () -> seen.add(mail)));
        }

        @Nested
        class Inside {

            @Test
            void sharesTheServer(MailServer mail) {
                seen.add(mail);
            }
        }
    }

    private static final Set<Endpoint> ENDPOINTS = new HashSet<>();

    @Nested
    @WithMailServer(ports = Scope.JVM)
    class KeptPorts {

        @RepeatedTest(2)
        void leadToTheServerOfTheTest(MailServer mail) {
            ENDPOINTS.add(mail.smtp());
            assertThat(ENDPOINTS).hasSize(1);
            assertThat(mail.receivedMails()).isEmpty();
            Mails.send(mail.smtp());
            assertThat(mail.awaitMail()).hasSubject("Welcome");
        }
    }

    @Nested
    @WithMailServer(name = "shop", scope = Scope.JVM)
    @WithMailServer(name = "billing")
    class Named {

        @Test
        void areTwo(@Server("shop") MailServer shop, @Server("billing") MailServer billing) {
            assertThat(shop.smtp()).isNotEqualTo(billing.smtp());
        }
    }
}

package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WithMailServerTests {

    @Nested
    @WithMailServer(accounts = "alice@example.org:secret")
    class OnAClass {

        private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

        private int portBefore;

        @BeforeEach
        void prepare(MailServer mail) {
            portBefore = mail.smtp().port();
        }

        @RepeatedTest(5)
        void givesEachInvocationAServerOfItsOwn(MailServer mail) {
            assertThat(PORTS.add(mail.smtp().port())).isTrue();
            Mails.send(mail, "alice@example.org", "Welcome");

            assertThat(mail.awaitMail()).hasSubject("Welcome");
            assertThat(mail.receivedMails()).hasSize(1);
        }

        @Test
        void givesBeforeEachAndTheTestTheSameServer(MailServer mail) {
            assertThat(mail.smtp().port()).isEqualTo(portBefore);
        }

        @Test
        void givesTheMailboxOfTheOnlyAccount(Mailbox inbox, MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");

            assertThat(inbox.address()).isEqualTo("alice@example.org");
            assertThat(inbox).receivesMail().hasSubject("Welcome");
        }

        @Test
        void givesAHostWithTheSameMailServer(Postfixture host, MailServer mail) {
            assertThat(host.mail()).isSameAs(mail);
        }

        @Test
        @WithMailServer(accounts = {"bob@example.org:a:b", "carol@example.org:"})
        void isOverriddenByTheAnnotationOnTheMethod(MailServer mail, @MailboxOf("Bob@example.org") Mailbox bob) {
            assertThat(mail.accounts()).containsExactly("bob@example.org", "carol@example.org");
            assertThat(bob.address()).isEqualTo("bob@example.org");
            assertThat(mail.mailbox("b")).isSameAs(bob);
        }

        @Nested
        class IsSharedByNestedClasses {

            @Test
            void givesTheServerOfTheOuterBeforeEach(MailServer mail) {
                assertThat(mail.smtp().port()).isEqualTo(portBefore);
                assertThat(mail.accounts()).containsExactly("alice@example.org");
            }
        }
    }

    @Nested
    @WithMailServer(protocols = MailProtocol.SMTP, timeout = 1, startTls = false)
    class Attributes {

        @Test
        void reachTheServer(MailServer mail) {
            Assertions.assertThatIllegalStateException().isThrownBy(mail::imap);
            Assertions.assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(mail::awaitMail)
                    .withMessageStartingWith(
                            "Expected a mail within 1 second but none came: nobody has asked where to send it.\n");
        }
    }

    @Nested
    @WithMailServer(allowing = "*.invalid")
    @WithWebServer(allowing = "shop.invalid")
    class AllowedHosts {

        private static final String LINK = "<a href='http://shop.invalid/pay'>Pay</a>";

        @Test
        void areThoseThatLinksOfMailAndPagesMayLeadTo(MailServer mail, WebServer web) {
            web.serve("/", Response.html(LINK));
            mail.mailbox("alice@example.org")
                    .deliver(InboundMail.from("shop@example.org").html(LINK));
            ReceivedMail delivered = mail.mailbox("alice@example.org")
                    .folders()
                    .mailsIn("INBOX")
                    .get(0)
                    .mail();

            assertThat(failure(() -> delivered.link("Pay").follow())).endsWith("unknown host");
            assertThat(failure(() -> web.open("/").link("Pay").follow())).endsWith("unknown host");
            assertThat(failure(() -> Page.open(web.uri("/")).link("Pay").follow()))
                    .contains("To reach shop.invalid, write allowing(\"shop.invalid\")");
        }

        private static String failure(ThrowingCallable step) {
            return String.valueOf(Assertions.catchThrowable(step).getMessage());
        }
    }

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @WithMailServer(accounts = "team@example.org:secret")
    @WithWebServer
    @interface TeamFixture {}

    @Nested
    @TeamFixture
    class OnAnotherAnnotation {

        @Test
        void counts(MailServer mail, WebServer web) {
            assertThat(mail.accounts()).containsExactly("team@example.org");
            assertThat(web.timeline()).isSameAs(mail.timeline());
        }
    }

    @WithMailServer(accounts = "base@example.org:secret")
    abstract static class Base {}

    @Nested
    class OnASuperclass extends Base {

        @Test
        void counts(MailServer mail) {
            assertThat(mail.accounts()).containsExactly("base@example.org");
        }
    }

    @Nested
    class OnAMethod {

        @Test
        @WithMailServer(accounts = "alice@example.org:secret")
        void counts(MailServer mail) {
            assertThat(mail.accounts()).containsExactly("alice@example.org");
        }

        @Test
        @WithWebServer
        void givesAHostOfWhichOnlyTheWebServerWasAskedFor(Postfixture host, WebServer web) {
            assertThat(host.web()).isSameAs(web);
            assertThat(host.mail().accounts()).isEmpty();
        }
    }

    @Nested
    class AsAStaticField {

        @RegisterExtension
        static final MailServerExtension MAIL =
                MailServerExtension.with(MailServer.builder().account("alice@example.org", "secret"));

        @RegisterExtension
        static final WebServerExtension WEB = WebServerExtension.with(WebServer.builder());

        @RepeatedTest(2)
        void givesEachInvocationAServerOfItsOwn(MailServer mail, WebServer web, Mailbox inbox) {
            Mails.send(mail, "alice@example.org", "Welcome");

            assertThat(inbox.awaitMails(1)).hasSize(1);
            assertThat(mail.receivedMails()).hasSize(1);
            assertThat(web.timeline()).isSameAs(mail.timeline());
        }
    }

    @Nested
    class AsAnInstanceField {

        private final MailServerBuilder builder = MailServer.builder().account("alice@example.org", "secret");

        @RegisterExtension
        final MailServerExtension mail = MailServerExtension.with(builder);

        @BeforeEach
        void changeTheBuilder() {
            builder.account("late@example.org", "secret");
        }

        @Test
        void doesNotFollowTheBuilder(MailServer server) {
            assertThat(server.accounts()).containsExactly("alice@example.org");
        }
    }
}

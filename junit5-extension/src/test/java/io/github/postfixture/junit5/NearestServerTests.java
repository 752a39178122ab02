package io.github.postfixture.junit5;

import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.web.WebServer;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

class NearestServerTests {

    @Nested
    class OfASubclass extends Base {

        @Test
        void isThatOfTheSuperclassWhereItSaysNothing(MailServer mail, @Server("archive") MailServer archive) {
            assertThat(account(mail)).isEqualTo("base@example.org");
            assertThat(account(archive)).isEqualTo("archive@example.org");
        }

        @Test
        @WithMailServer(accounts = "method@example.org:x")
        void isThatOfTheMethod(MailServer mail) {
            assertThat(account(mail)).isEqualTo("method@example.org");
        }

        @Test
        @TeamServer
        @WithMailServer(name = "archive", accounts = "method@example.org:x")
        void isThatOfTheMethodsOwnAnnotation(MailServer mail, @Server("archive") MailServer archive) {
            assertThat(account(mail)).isEqualTo("team@example.org");
            assertThat(account(archive)).isEqualTo("method@example.org");
        }
    }

    @Nested
    @WithMailServer(accounts = "sub@example.org:x")
    class OfASubclassThatSaysSo extends Base {

        @Test
        void isItsOwn(MailServer mail) {
            assertThat(account(mail)).isEqualTo("sub@example.org");
        }

        @Test
        void leavesThoseOfOtherNamesAlone(@Server("archive") MailServer archive) {
            assertThat(account(archive)).isEqualTo("archive@example.org");
        }

        @Nested
        class AndWhatIsNestedInIt {

            @Test
            void hasIt(MailServer mail) {
                assertThat(account(mail)).isEqualTo("sub@example.org");
            }
        }
    }

    @Nested
    @WithMailServer(accounts = "around@example.org:x")
    class OfAClassAround {

        @Nested
        class AndASuperclass extends Base {

            @Test
            void isThatOfTheSuperclass(MailServer mail) {
                assertThat(account(mail)).isEqualTo("base@example.org");
            }
        }
    }

    @Nested
    @TeamServer
    class OfAnAnnotationOfASubclass extends Base {

        @Test
        void isThat(MailServer mail) {
            assertThat(account(mail)).isEqualTo("team@example.org");
        }
    }

    @Nested
    @TeamServer
    @WithMailServer(accounts = "own@example.org:x")
    class OfAnAnnotationAndItsOwn {

        @Test
        void isItsOwn(MailServer mail) {
            assertThat(account(mail)).isEqualTo("own@example.org");
        }
    }

    @Nested
    @WithWebServer(timeout = 1, timeoutUnit = TimeUnit.MILLISECONDS)
    class OfTheWeb extends WebBase {

        @Test
        void isItsOwn(WebServer web) {
            assertThatThrownBy(web::awaitRequest).hasMessageContaining("within 1 ms");
        }
    }

    @Nested
    class OfAnInterface implements Served {

        @Test
        void isThat(MailServer mail) {
            assertThat(account(mail)).isEqualTo("served@example.org");
        }
    }

    @Test
    void isThatOfAFieldOfTheSubclass() {
        assertThat(Suite.passes(FieldTestCase.class, FieldUnderAnnotationTestCase.class))
                .isEqualTo(2);
    }

    @Test
    void isSharedByTheTestsOfASubclassIfItSaysSo() {
        assertThat(Suite.passes(SharingTestCase.class)).isEqualTo(2);
    }

    @Test
    void isRefusedIfTwoAreAsNear() {
        assertThat(Suite.failures(Suite.run(Map.of(), TwoAnnotationsTestCase.class)))
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("The test has two servers of one kind: ");
    }

    @Nested
    @WithSmtpFault(at = RCPT, code = 551, text = "Of the subclass")
    @WithConnectionLimit(value = 2, protocol = MailProtocol.POP3)
    class OfFaults extends FaultyBase {

        @Test
        void isThatOfTheSubclass(MailServer mail) {
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x"))
                    .hasStackTraceContaining("Of the subclass");
        }

        @Test
        void isOfALimitToo(MailServer mail) throws IOException {
            try (Socket first = new Socket(mail.pop3().host(), mail.pop3().port());
                    Socket second = new Socket(mail.pop3().host(), mail.pop3().port())) {
                assertThat(first.getInputStream().read()).isEqualTo('+');
                assertThat(second.getInputStream().read()).isEqualTo('+');
            }
        }

        @Test
        @WithSmtpFault(at = RCPT, code = 552, text = "Of the method")
        void isThatOfTheMethod(MailServer mail) {
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x"))
                    .hasStackTraceContaining("Of the method");
        }

        @Test
        @WithSmtpFault(at = RCPT, code = 552, matching = "bob@", text = "Of the method")
        void isBesideTheOthersIfItIsForLess(MailServer mail) {
            assertThatThrownBy(() -> Mails.send(mail, "alice@example.org", "x"))
                    .hasStackTraceContaining("Of the subclass");
            assertThatThrownBy(() -> Mails.send(mail, "bob@example.org", "x")).hasStackTraceContaining("Of the method");
        }
    }

    private static String account(MailServer mail) {
        Collection<String> accounts = mail.accounts();
        assertThat(accounts).hasSize(1);
        return List.copyOf(accounts).get(0);
    }

    @WithMailServer(accounts = "base@example.org:x")
    @WithMailServer(name = "archive", accounts = "archive@example.org:x")
    abstract static class Base {}

    @WithWebServer(timeout = 1, timeoutUnit = TimeUnit.MINUTES)
    abstract static class WebBase {}

    @WithMailServer
    @WithSmtpFault(at = RCPT, code = 550, text = "Of the superclass")
    @WithConnectionLimit(value = 1, protocol = MailProtocol.POP3)
    abstract static class FaultyBase {}

    @WithMailServer(accounts = "served@example.org:x")
    interface Served {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @WithMailServer(accounts = "team@example.org:x")
    @interface TeamServer {}

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @WithMailServer(accounts = "other@example.org:x")
    @interface OtherTeamServer {}

    abstract static class FieldBase {

        @RegisterExtension
        static final MailServerExtension BASE =
                MailServerExtension.with(MailServer.builder().account("base@example.org", "x"));
    }

    @WithMailServer(accounts = "sub@example.org:x")
    static final class FieldTestCase extends FieldBase {

        @Test
        void annotation(MailServer mail) {
            assertThat(account(mail)).isEqualTo("sub@example.org");
        }
    }

    static final class FieldUnderAnnotationTestCase extends Base {

        @RegisterExtension
        static final MailServerExtension SUB =
                MailServerExtension.with(MailServer.builder().account("sub@example.org", "x"));

        @Test
        void field(MailServer mail) {
            assertThat(account(mail)).isEqualTo("sub@example.org");
        }
    }

    @WithMailServer(accounts = "sub@example.org:x", scope = Scope.CLASS)
    static final class SharingTestCase extends Base {

        @BeforeAll
        static void before(MailServer mail) {
            Mails.send(mail, "sub@example.org", "x");
        }

        @Test
        void first(MailServer mail) {
            assertThat(mail.receivedMails()).hasSize(1);
        }

        @Test
        void second(MailServer mail) {
            assertThat(mail.receivedMails()).hasSize(1);
        }
    }

    @TeamServer
    @OtherTeamServer
    static final class TwoAnnotationsTestCase {

        @Test
        void test() {}
    }
}

package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Postfixture;
import io.github.postfixture.PostfixtureBuilder;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.web.WebServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

class PostfixtureExtensionTests {

    private static final List<MailServer> MAIL_SERVERS = new ArrayList<>();

    @Nested
    class InAField {

        private static final Set<Postfixture> HOSTS = ConcurrentHashMap.newKeySet();
        private static final PostfixtureBuilder BUILDER =
                Postfixture.builder().mail(MailServer.builder().account("alice@example.org", "secret"));

        @RegisterExtension
        static final PostfixtureExtension HOST = PostfixtureExtension.with(BUILDER);

        @Server
        private WebServer field;

        @RepeatedTest(2)
        void givesEachTestAHostAndWhateverIsOfIt(Postfixture host, MailServer mail, WebServer web, Mailbox inbox) {
            assertThat(HOSTS.add(host)).isTrue();
            assertThat(host.mail()).isSameAs(mail);
            assertThat(host.web()).isSameAs(web).isSameAs(field);
            assertThat(inbox).isSameAs(mail.mailbox("alice@example.org"));
        }

        @Test
        @WithMailServer(accounts = "bob@example.org:secret")
        void isOverriddenInPartByAnAnnotation(Postfixture host, Mailbox inbox) {
            assertThat(inbox.address()).isEqualTo("bob@example.org");
            assertThat(host.mail().accounts()).containsExactly("bob@example.org");
        }

        @Test
        void doesNotFollowTheBuilder(MailServer mail) {
            BUILDER.mail(MailServer.builder());

            assertThat(mail.accounts()).containsExactly("alice@example.org");
        }
    }

    @Nested
    @WithMailServer(accounts = "alice@example.org:secret")
    class OfAnAnnotation {

        @Test
        void givesWhateverIsOfTheHostOfThatServer(WebServer web, Postfixture host, MailServer mail) {
            assertThat(web).isSameAs(host.web());
            assertThat(web.timeline()).isSameAs(mail.timeline());
        }

        @Test
        void startsNoServerThatNobodyAsksFor(Postfixture host, MailServer mail) {
            assertThat(host.started()).containsExactly(mail);
        }
    }

    @Nested
    @WithMailServer(name = "shop", accounts = "shop@example.org:x")
    @WithWebServer(name = "shop")
    @WithMailServer(name = "billing", accounts = "billing@example.org:x")
    class OfNamedAnnotations {

        @Test
        void givesTheHostOfThatName(
                @Server("shop") Postfixture shop,
                @Server("billing") Postfixture billing,
                @Server("shop") MailServer mail,
                WebServer web) {
            assertThat(shop.mail()).isSameAs(mail);
            assertThat(shop.web()).isSameAs(web);
            assertThat(billing.mail().accounts()).containsExactly("billing@example.org");
            assertThat(billing.timeline()).isSameAs(shop.timeline());
        }
    }

    @Test
    void saysWhichHostsThereAreIfNoneHasTheName() {
        assertThat(Suite.failures(Suite.run(Map.of(), UnknownHostTestCase.class)))
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("There is no host without a name; the names are [shop, billing]: say which with"
                        + " @Server(\"..\")");
    }

    @Test
    void isRefusedIfItSaysNothing() {
        assertThat(Suite.failures(Suite.run(Map.of(), ExtendWithTestCase.class)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("@ExtendWith(PostfixtureExtension.class) does not say which server; use @WithMailServer or"
                        + " @WithWebServer instead");
    }

    @Test
    void hasTheScopeAndThePortsOfItsServers() {
        assertThat(Suite.passes(ScopeTestCase.class)).isEqualTo(3);
    }

    @Test
    @ResourceLock("MAIL_SERVERS")
    void ofTheRunIsSharedByClassesThatSayTheSameOfTheServersThatBothHave() {
        MAIL_SERVERS.clear();

        assertThat(Suite.passes(RunMailTestCase.class, RunMailAndWebTestCase.class, RunOtherMailTestCase.class))
                .isEqualTo(3);
        assertThat(MAIL_SERVERS).hasSize(3);
        assertThat(MAIL_SERVERS.get(1)).isSameAs(MAIL_SERVERS.get(0)).isNotSameAs(MAIL_SERVERS.get(2));
    }

    @WithMailServer(name = "shop")
    @WithMailServer(name = "billing")
    static class UnknownHostTestCase {

        @Test
        void test(Postfixture host) {}
    }

    @ExtendWith(PostfixtureExtension.class)
    static class ExtendWithTestCase {

        @Test
        void test() {}
    }

    static class ScopeTestCase {

        private static final Set<Postfixture> HOSTS = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        static final PostfixtureExtension HOST = PostfixtureExtension.with(Postfixture.builder())
                .named("shared")
                .scope(Scope.CLASS)
                .ports(Scope.JVM);

        @BeforeAll
        static void before(Postfixture host, @Server("shared") MailServer mail) {
            HOSTS.add(host);
            assertThat(host.mail()).isSameAs(mail);
        }

        @RepeatedTest(3)
        void shares(Postfixture host) {
            HOSTS.add(host);
            assertThat(HOSTS).hasSize(1);
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "run@example.org:x")
    static class RunMailTestCase {

        @Test
        void test(MailServer mail) {
            MAIL_SERVERS.add(mail);
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "run@example.org:x")
    @WithWebServer(scope = Scope.JVM)
    static class RunMailAndWebTestCase {

        @Test
        void test(MailServer mail, WebServer web, Postfixture host) {
            MAIL_SERVERS.add(mail);
            assertThat(host.web()).isSameAs(web);
        }
    }

    @WithMailServer(scope = Scope.JVM, accounts = "other@example.org:x")
    static class RunOtherMailTestCase {

        @Test
        void test(MailServer mail) {
            MAIL_SERVERS.add(mail);
        }
    }
}

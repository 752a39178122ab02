package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Postfixture;
import io.github.postfixture.groupware.Groupware;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@WithGroupware(accounts = "ada@example.org:secret")
class WithGroupwareTests {

    @Test
    void givesATestGroupwareWithItsAccounts(Groupware groupware) {
        assertThat(groupware.accounts()).containsExactly("ada@example.org");
        assertThat(groupware.calDav().uri()).hasPath("/dav/");
    }

    @Test
    void givesItTheOtherServersOfTheSameHost(Groupware groupware, MailServer mail, WebServer web, Postfixture host) {
        assertThat(mail.accounts()).containsExactly("ada@example.org");
        assertThat(groupware.calDav().endpoint()).isEqualTo(web.http());
        assertThat(host.groupware()).isSameAs(groupware);
    }

    @Nested
    class OfAClassWithin {

        @Server
        private Groupware groupware;

        @Test
        void isThatOfTheClassAround() {
            assertThat(groupware.accounts()).containsExactly("ada@example.org");
        }
    }

    @Nested
    @WithGroupware(ports = Scope.CLASS)
    class AtStablePorts {

        private static int port;

        @RepeatedTest(2)
        void answersWhereTheOneBeforeDid(Groupware groupware) {
            int here = groupware.calDav().port();
            if (port != 0) {
                assertThat(here).isEqualTo(port);
            }
            port = here;
        }
    }

    @Nested
    @WithWebServer(timeout = 7)
    class BesideAWebServer {

        @Test
        void isFoundThere(Groupware groupware, WebServer web) {
            assertThat(web.timeout()).hasSeconds(7);
            assertThat(groupware.calDav().endpoint()).isEqualTo(web.http());
        }
    }
}

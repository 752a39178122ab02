package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.postfixture.account.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class ServerDescriptionTests {

    @Test
    void isEqualForClassesThatSayTheSame() {
        assertThat(ServerDescription.of(Shop.class))
                .isEqualTo(ServerDescription.of(OtherShop.class))
                .isNotEqualTo(ServerDescription.of(Shop.Closed.class));
    }

    @Test
    void isOfTheClassAroundWhereThereIsNoNearer() {
        assertThat(ServerDescription.of(Shop.Open.class)).isEqualTo(ServerDescription.of(Shop.class));
        assertThat(ServerDescription.of(Shop.Closed.class).account())
                .map(Account::address)
                .contains("closed@example.org");
    }

    @Test
    void isOfASubclassBeforeItsSuperclass() {
        assertThat(ServerDescription.of(Corner.class).account())
                .map(Account::address)
                .contains("corner@example.org");
    }

    @Test
    void isOfTheServerWithoutANameOrOfTheOnlyOne() {
        assertThat(ServerDescription.of(Two.class).isEmpty()).isTrue();
        assertThat(ServerDescription.of(Named.class).mail()).isPresent();
    }

    @Test
    void isRefusedIfAServerIsToOutlastItsTest() {
        assertThatThrownBy(() -> ServerDescription.of(Lasting.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("""
                        @WithMailServer of a Spring application must not have a scope: the application keeps its \
                        addresses, and every test has a server of its own there. For one server of all tests of the \
                        class, write instead of the annotation
                          @RegisterExtension
                          static final MailServerExtension SERVER = \
                        MailServerExtension.with(MailServer.builder()).scope(Scope.CLASS);
                        and tell the application the address of the MailServer, which a @BeforeAll method can have as \
                        a parameter""");
    }

    @Test
    void isRefusedByTheSameExceptionEachTime() {
        assertThat(catchThrowable(() -> ServerDescription.of(Lasting.class)))
                .isSameAs(catchThrowable(() -> ServerDescription.of(Lasting.class)));
    }

    @SuppressWarnings("ClassCanBeStatic") // inner classes see the servers of the class around them, static ones do not
    @WithMailServer(accounts = "shop@example.org:secret")
    private static final class Shop {

        private final class Open {}

        @WithMailServer(accounts = "closed@example.org:secret")
        private final class Closed {}
    }

    @WithMailServer(accounts = "shop@example.org:secret")
    private static class OtherShop {}

    @WithMailServer(accounts = "corner@example.org:secret")
    private static final class Corner extends OtherShop {}

    @WithMailServer(name = "a")
    @WithMailServer(name = "b")
    private static final class Two {}

    @WithMailServer(name = "a")
    private static final class Named {}

    @WithMailServer(scope = Scope.JVM)
    private static final class Lasting {}
}

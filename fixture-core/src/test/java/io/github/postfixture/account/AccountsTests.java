package io.github.postfixture.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTests {

    private final Accounts accounts = new Accounts();

    AccountsTests() {
        accounts.add(Account.of("Green@mail.com", "secret").withLogin("g.green"));
        accounts.add(Account.of("alice@example.org", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"green@mail.com", "GREEN@MAIL.COM", "g.green", "G.Green"})
    void areFoundByAddressAndByLoginName(String name) {
        assertThat(accounts.find(name)).map(Account::address).contains("Green@mail.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"green", "g.green@mail.com", "green@mail.co", "gren@mail.com", "g.grean", "ggreen"})
    void areGuessedByANameThatIsNearlyOne(String name) {
        assertThat(accounts.find(name)).isEmpty();
        assertThat(accounts.nearest(name)).map(Account::address).contains("Green@mail.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob@example.org", "green@example.org", "gray", "alice@example.com"})
    void areNotGuessedByAnotherName(String name) {
        assertThat(accounts.nearest(name)).isEmpty();
    }

    @Test
    void areReplacedByTheirAddress() {
        accounts.add(Account.of("green@mail.com", "other"));

        assertThat(accounts.find("green@mail.com")).map(Account::password).contains("other");
        assertThat(accounts.find("g.green")).isEmpty();
        assertThat(accounts.addresses()).containsExactly("green@mail.com", "alice@example.org");
    }

    @Test
    void shareNoName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> accounts.add(Account.of("bob@example.org", "x").withLogin("Alice@example.org")))
                .withMessage("login (Alice@example.org) logs in to alice@example.org already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.add(Account.of("g.green", "x")))
                .withMessage("address (g.green) logs in to Green@mail.com already");
        assertThat(accounts.addresses()).hasSize(2);
    }

    @Test
    void areCopied() {
        Accounts copy = accounts.copy();
        copy.add(Account.of("bob@example.org", "secret"));

        assertThat(accounts.addresses()).hasSize(2);
        assertThat(copy.find("g.green")).isPresent();
    }

    @Test
    void tellNoPassword() {
        assertThat(Account.of("green@mail.com", "secret").withToken("secret").withExpiredToken("secret"))
                .hasToString("green@mail.com");
        assertThat(Account.of("green@mail.com", "secret").withLogin("green"))
                .hasToString("green@mail.com (login green)");
    }

    @Test
    void areRefusedWithoutANameOrWithANegativeQuota() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.of(" ", "secret"))
                .withMessage("address must not be blank");
        Account account = Account.of("alice@example.org", "secret").withDisplayName("Alice");
        assertThat(account.displayName()).isEqualTo("Alice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.withLogin(""))
                .withMessage("login must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.withQuota(-1))
                .withMessage("bytes (-1) must not be negative");
    }
}

package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mailbox, however its address is spelled (RFC 5321 section 4.1.2, RFC 6532, RFC 5891). */
class AddressSpecTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Alice@Example.ORG|alice@example.org",
                "\"alice\"@example.org|alice@example.org",
                "\"al\\ice\"@example.org|alice@example.org",
                "\"alice\".smith@example.org|alice.smith@example.org",
                "\"alice smith\"@example.org|\"ALICE\\ Smith\"@example.org",
                "alice(the first)@example.org|alice@example.org",
                " <alice@example.org> |alice@example.org",
                "<@relay.example,@other.example:alice@example.org>|alice@example.org",
                "alice@example.org.|alice@example.org",
                "alice @ example.org|alice@example.org",
                "info@münchen.example|info@xn--mnchen-3ya.example",
                "info@MÜNCHEN.example|info@XN--Mnchen-3YA.example",
                "info@mu\u0308nchen.example|info@münchen.example",
                "info@straße.example|info@xn--strae-oqa.example",
                "info@例え。テスト|info@xn--r8jz45g.xn--zckzah",
                "info@他们为什么不说中文|info@xn--ihqwcrb4cv8a8dqg056pqjye",
                "jose\u0301@example.org|josé@example.org",
                "JÜRGEN@example.org|jürgen@example.org",
                "alice@[IPv6:FE80::1]|alice@[ipv6:fe80::1]",
                "Postmaster|postmaster",
            })
    void isTheSameInEverySpelling(String one, String other) {
        assertThat(AddressSpec.isSame(one, other)).isTrue();
        assertThat(AddressSpec.of(one)).isEqualTo(AddressSpec.of(other)).hasToString(AddressSpec.of(other) + "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alice@example.org|alicia@example.org",
                "alice@example.org|alice@example.com",
                "\"alice smith\"@example.org|alicesmith@example.org",
                "\"alice.\"@example.org|alice@example.org",
                "alice+a@example.org|alice+b@example.org",
                "a.b@example.org|ab@example.org",
                "info@münchen.example|info@munchen.example",
                "a@x.example, b@x.example|a@x.example",
                "alice|alice@example.org",
                "Alice <alice@example.org>, <bob@example.org>|alice@example.org",
            })
    void isNotTheSameForAnotherMailbox(String one, String other) {
        assertThat(AddressSpec.isSame(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"alice\"@example.org|alice@example.org",
                "\"alice smith\"@example.org|\"alice smith\"@example.org",
                "\"a\\\"b\"@example.org|\"a\\\"b\"@example.org",
                "\"\"@example.org|\"\"@example.org",
                "\"a..b\"@example.org|\"a..b\"@example.org",
                "info@xn--mnchen-3ya.example|info@münchen.example",
                "nobody|nobody",
            })
    void isShownInQuotesOnlyWhereTheyAreNeeded(String address, String shown) {
        assertThat(AddressSpec.of(address)).hasToString(shown);
        assertThat(AddressSpec.of(shown)).isEqualTo(AddressSpec.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "\"",
                "<",
                "a@b@c",
                "(((",
                "x@xn--",
                "x@xn--999999999999999",
                "x@xn--é",
                ":;,<>",
                "x@xn--a-ecp.ru"
            })
    void isReadFromGarbageWithoutComplaint(String garbage) {
        assertThat(AddressSpec.of(garbage)).isEqualTo(AddressSpec.of(garbage.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void hasItsParts() {
        assertThat(AddressSpec.of("\"Alice\"@EXAMPLE.org")).isEqualTo(new AddressSpec("alice", "example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alice@Example.ORG",
                "a.b+c_d@mail.example.org",
                "o'neill/x=y@x",
                "a@xn--bro-hoa.example",
                "a@XN--BRO-HOA.example",
                "1@2.3",
                "a-b@c-d.example"
            })
    void readsAddressesOfAtomsAsTheParserDoes(String address) {
        assertThat(AddressSpec.of(address))
                .isEqualTo(AddressSpec.of(Address.parse(address).get(0)));
    }
}

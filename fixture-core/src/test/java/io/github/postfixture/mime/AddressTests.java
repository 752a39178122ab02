package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"never closed <a@example.org>",
                "[never closed <a@example.org>",
                "\"one\" \"two <a@example.org>",
                "(one) [two <a@example.org> (three"
            })
    void whatIsOpenedAndNeverClosedHidesNoAddress(String field) {
        assertThat(Address.parse(field)).extracting(Address::spec).containsExactly("a@example.org");
    }

    @Test
    @Timeout(60)
    void whatIsOpenedAndNeverClosedIsLookedForOnce() {
        assertThat(Address.parse("[\"a".repeat(300_000) + " <a@example.org>")).hasSize(1);
    }
}

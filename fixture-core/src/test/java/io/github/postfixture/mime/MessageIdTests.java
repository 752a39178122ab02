package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Message ids, RFC 5322 section 3.6.4, and what stands where they should. */
class MessageIdTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a@b>|<a@b>|true",
                "<a@b><c@d>|<a@b> <c@d>|true",
                "<a@b>\t<c@d>  <a@b>|<a@b> <c@d>|true",
                "<a@b> (a comment with <x@y>) <c@d>|<a@b> <c@d>|true",
                "Your message of Tuesday <a@b>|<a@b>|false",
                "\"see <x@y>\" <a@b>|<a@b>|false",
                "<a@b>, <c@d>|<a@b> <c@d>|false",
                "<a b@c>|<ab@c>|false",
                "a@b|a@b|false",
                "a@b, c@d|a@b c@d|false",
                "Your message of Tuesday|``|false",
                "<a@b|<a@b>|false",
                "<a@b <c@d>|<a@b> <c@d>|false",
                "<>|``|false",
                "<no at>|<noat>|false",
                "``|``|false",
                "<\"a>b\"@c>|<\"a>b\"@c>|false",
            })
    void areFound(String value, String ids, boolean clean) {
        List<String> expected = ids.isEmpty() ? List.of() : Arrays.asList(ids.split(" "));

        assertThat(MessageIds.in(List.of(value))).isEqualTo(expected);
        assertThat(MessageIds.areAllOf(value)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a@b>", "<", "(", "\"", "<(\"", "<\"", "\\\"", "a@b ", "<a@b "})
    @Timeout(60)
    void ofAnyNumberAreFoundInOneWalk(String piece) {
        String value = piece.repeat(1_000_000 / piece.length());

        assertThat(MessageIds.in(List.of(value))).isNotNull();
        assertThat(MessageIds.areAllOf(value)).isEqualTo(piece.equals("<a@b>"));
    }
}

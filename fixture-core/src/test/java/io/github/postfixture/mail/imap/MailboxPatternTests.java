package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MailboxPatternTests {

    @ParameterizedTest
    @CsvSource({
        "*, a.b, true",
        "%, a.b, false",
        "%, a, true",
        "a*, a.b, true",
        "a.%, a.b, true",
        "a.%, a.b.c, false",
        "a%b, ab, true",
        "a%%b, axxb, true",
        "a%*%b, a.x.b, true",
        "*%, a.b, true",
        "%.%, a.b, true",
        "%.*c, a.b.c, true",
        "*b%, a.b.bc, true",
        "*b%, a.b.c, false",
        "a.b, a-b, false",
        "inbox, INBOX, true",
        "inbox, inbox, false",
        "a, '', false",
        "'', '', true",
        "*, '', true",
    })
    void matchesNames(String pattern, String name, boolean matches) {
        assertThat(MailboxPattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void findsTheNearestNameAbove() {
        assertThat(MailboxPattern.of("%").matchingAbove("a.b.c")).contains("a");
        assertThat(MailboxPattern.of("*").matchingAbove("a.b.c")).contains("a.b");
        assertThat(MailboxPattern.of("a.b.c").matchingAbove("a.b.c")).isEmpty();
        assertThat(MailboxPattern.of("%").matchingAbove("a")).isEmpty();
    }

    @Test
    void readsANameOnceHoweverManyWildcardsThereAre() {
        String name = "a".repeat(2_000);

        assertThat(MailboxPattern.of("a*".repeat(1_000) + "b").matches(name)).isFalse();
        assertThat(MailboxPattern.of("a%".repeat(1_000) + "b").matches(name)).isFalse();
        assertThat(MailboxPattern.of("*a%".repeat(30_000)).matches(name)).isFalse();
        assertThat(MailboxPattern.of("*a%".repeat(1_000)).matches(name)).isTrue();
    }

    @Test
    void takesARunOfWildcardsForOne() {
        assertThat(MailboxPattern.of("*%*".repeat(300_000) + "a")).isEqualTo(MailboxPattern.of("*a"));
        assertThat(MailboxPattern.of("%".repeat(300_000) + "a")).isEqualTo(MailboxPattern.of("%a"));
    }
}

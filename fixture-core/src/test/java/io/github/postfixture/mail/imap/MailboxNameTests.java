package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MailboxNameTests {

    @Test
    void isReadInModifiedUtf7() throws BadSyntaxException {
        assertThat(MailboxName.decode("Entw&APw-rfe &- mehr", false)).isEqualTo("Entw\u00fcrfe & mehr");
    }

    @Test
    @Timeout(60)
    void ofOpenedShiftsWithoutEndIsRefused() {
        assertThatExceptionOfType(BadSyntaxException.class)
                .isThrownBy(() -> MailboxName.decode("&".repeat(1_000_000), false));
    }
}

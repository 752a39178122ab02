package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.RawImap;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who read mail end a line with CRLF; what follows a CR, LF or NUL on its own is no command. */
@Timeout(60)
class LineEndingTests {

    private static final String REFUSAL = "A line ends with CRLF, and holds no CR, LF or NUL";

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\0", "\n\n", "\r\r", "\0\n"})
    void hideNoCommandOfImap(String separator) throws IOException {
        try (RawImap client = new RawImap(mail.imap())) {
            assertThat(client.say("a NOOP" + separator + "b LOGIN eve@example.org any"))
                    .isEqualTo("a BAD " + REFUSAL);
            assertThat(client.say("c SELECT INBOX")).isEqualTo("c BAD SELECT needs a login");
            assertThat(client.say("d LOGIN \"alice" + separator + "\" any")).isEqualTo("d BAD " + REFUSAL);
            assertThat(client.say("f LOGIN alice@example.org any")).isEqualTo("f OK Logged in");
        }
        assertThat(mail.timeline().toString()).doesNotContain("eve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\0", "\n\n", "\r\r", "\0\n"})
    void hideNoCommandOfPop3(String separator) throws IOException {
        try (RawImap client = new RawImap(mail.pop3())) {
            assertThat(client.say("USER alice@example.org" + separator + "PASS any"))
                    .isEqualTo("-ERR " + REFUSAL);
            assertThat(client.say("PASS any")).isEqualTo("-ERR Send USER first");
            assertThat(client.say("USER alice@example.org ")).isEqualTo("+OK Send PASS");
            assertThat(client.say("PASS any" + separator + "DELE 1")).isEqualTo("-ERR " + REFUSAL);
            assertThat(client.say("PASS any ")).isEqualTo("+OK Logged in");
        }
    }

    @Test
    void areToldToAClientThatEndsItsLinesByALineFeed() throws IOException {
        try (RawImap imap = new RawImap(mail.imap());
                RawImap pop3 = new RawImap(mail.pop3())) {
            imap.sendRaw("a NOOP\n");
            assertThat(imap.line()).isEqualTo("a BAD " + REFUSAL);
            pop3.sendRaw("CAPA\n");
            assertThat(pop3.line()).isEqualTo("-ERR " + REFUSAL);
        }
    }
}

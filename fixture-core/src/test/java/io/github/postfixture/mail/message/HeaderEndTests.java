package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.corpus.WireClient;
import io.github.postfixture.mail.inbound.InboundMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header ends at the first blank line, whatever stands before it, to every command that reads one. */
@Timeout(60)
class HeaderEndTests {

    private static final String ALICE = "alice@example.org";

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: a\r\n\r\nbody\r\n",
                "no field at all\r\nSubject: a\r\n\r\nbody\r\n",
                "From alice Tue Nov 24 12:30:00 2026\r\nSubject: a\r\n\r\nbody\r\n",
                " folded first\r\nSubject: a\r\n\r\nbody\r\n",
                "Subject: a\r\nno field\r\nTo: b\r\n\r\nbody\r\n",
                "Subject: a\r\n: no name\r\n\r\nbody\r\n",
                "Subject: a\r\n \r\nTo: b\r\n\r\nbody\r\n",
                "\r\nbody\r\n",
                "\r\n\r\nbody\r\n",
                "only a header\r\nSubject: a\r\n",
                "Subject: a\n\nbody\n",
                "Subject: a\r\n\nbody\r\n",
                "no field\n\nbody: x\r\n\r\nmore\r\n",
            })
    void isTheSameForAll(String message) throws IOException {
        mail.mailbox(ALICE).deliver(InboundMail.raw(message.getBytes(StandardCharsets.ISO_8859_1)));
        String header = header(message);
        String text = message.substring(header.length());

        try (WireClient imap = WireClient.imap(mail.imap(), ALICE)) {
            assertThat(literal(imap, "BODY.PEEK[HEADER]")).isEqualTo(header);
            assertThat(literal(imap, "RFC822.HEADER")).isEqualTo(header);
            assertThat(literal(imap, "BODY.PEEK[TEXT]")).isEqualTo(text);
            assertThat(literal(imap, "RFC822.TEXT")).isEqualTo(text);
        }
        try (WireClient pop3 = WireClient.pop3(mail.pop3(), ALICE)) {
            assertThat(pop3.say("TOP 1 0")).isEqualTo("+OK");
            assertThat(pop3.untilDot().stripTrailing()).isEqualTo(header.stripTrailing());
        }
    }

    private static String header(String message) {
        int start = 0;
        while (start < message.length()) {
            int end = message.indexOf('\n', start) + 1;
            String line = message.substring(start, end);
            if (line.equals("\r\n") || line.equals("\n")) {
                return message.substring(0, end);
            }
            start = end;
        }
        return message;
    }

    private static String literal(WireClient imap, String item) throws IOException {
        String said = imap.imap("FETCH 1 " + item);
        int brace = said.indexOf('{');
        int length = Integer.parseInt(said.substring(brace + 1, said.indexOf('}', brace)));
        int start = said.indexOf("\r\n", brace) + 2;
        return said.substring(start, start + length);
    }
}

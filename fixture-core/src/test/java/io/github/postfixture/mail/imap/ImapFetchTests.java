package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImapFetchTests {

    private static final String MAIL = "Subject: one\r\nFrom: shop@example.org\r\n\r\nfirst\r\n";
    private static final String MULTIPART = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n"
            + "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nnested\r\n"
            + "--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n";

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapFetchTests() throws IOException {
        client = server.login(ImapServer.ALICE);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLAGS                        | FLAGS (\\Recent)",
                "(UID FLAGS)                  | UID 1 FLAGS (\\Recent)",
                "flags                        | FLAGS (\\Recent)",
                "RFC822.SIZE                  | RFC822.SIZE 47",
                "INTERNALDATE                 | INTERNALDATE \"RECEIVED\"",
                "FAST                         | FLAGS (\\Recent) INTERNALDATE \"RECEIVED\" RFC822.SIZE 47",
                "THREADID                     | THREADID NIL",
                "BODY.PEEK[9]                 | BODY[9] NIL",
                "BINARY.SIZE[1]               | BINARY.SIZE[1] 7",
                "BODY                         | BODY (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 7 1)",
            })
    void tellsAnItem(String item, String value) throws IOException {
        select(MAIL);

        assertThat(client.command("b FETCH 1 " + item))
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsExactly(
                        "* 1 FETCH (" + value.replace("RECEIVED", ImapServer.INTERNALDATE) + ")",
                        "b OK FETCH completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BODY.PEEK[HEADER.FIELDS (subject)] | BODY[HEADER.FIELDS (subject)] | Subject: one\\r\\n\\r\\n",
                "BODY.PEEK[HEADER.FIELDS.NOT (subject)] | BODY[HEADER.FIELDS.NOT (subject)] "
                        + "| From: shop@example.org\\r\\n\\r\\n",
                "BODY.PEEK[TEXT]          | BODY[TEXT]      | first\\r\\n",
                "BODY.PEEK[1]             | BODY[1]         | first\\r\\n",
                "BODY.PEEK[]<0.7>         | BODY[]<0>       | Subject",
                "BODY.PEEK[TEXT]<2.100>   | BODY[TEXT]<2>   | rst\\r\\n",
                "BODY.PEEK[TEXT]<99.5>    | BODY[TEXT]<99>  | ''",
                "RFC822.HEADER            | RFC822.HEADER   | Subject: one\\r\\nFrom: shop@example.org\\r\\n\\r\\n",
                "BINARY.PEEK[1]           | BINARY[1]       | first\\r\\n",
            })
    void sendsASection(String item, String name, String content) throws IOException {
        select(MAIL);
        String bytes = content.replace("\\r\\n", "\r\n");
        client.send("b FETCH 1 " + item + "\r\n");

        assertThat(client.line()).isEqualTo("* 1 FETCH (" + name + " {" + bytes.length() + "}");
        assertThat(client.bytes(bytes.length())).isEqualTo(bytes);
        assertThat(client.until("b ")).containsExactly(")", "b OK FETCH completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BODY[2.HEADER] | Subject: inner\\r\\n\\r\\n",
                "BODY[2.TEXT]   | nested",
                "BODY[2.1]      | nested",
                "BODY[2.MIME]   | Content-Type: message/rfc822\\r\\n\\r\\n",
                "BODY[3]        | AAEC",
            })
    void sendsASectionOfANestedMessage(String item, String content) throws IOException {
        select(MULTIPART);
        String bytes = content.replace("\\r\\n", "\r\n");
        client.send("b FETCH 1 " + item + "\r\n");

        assertThat(client.line()).startsWith("* 1 FETCH (FLAGS (").endsWith(" " + item + " {" + bytes.length() + "}");
        assertThat(client.bytes(bytes.length())).isEqualTo(bytes);
        assertThat(client.until("b ")).endsWith("b OK FETCH completed");
    }

    @Test
    void decodesASection() throws IOException {
        select(MULTIPART);
        client.send("b FETCH 1 BINARY.PEEK[3]\r\n");

        assertThat(client.line()).isEqualTo("* 1 FETCH (BINARY[3] ~{3}");
        assertThat(client.bytes(3)).isEqualTo("\0\1\2");
        assertThat(client.until("b ")).endsWith("b OK FETCH completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "no header at all",
                "Subject: J\u00fcrgen\r\n\r\n.\r\nbare\nreturn\rnul\0 \u0080\r\n\r\n\r\n",
                "Subject: no blank line\r\nX: y",
                "X: y\r\n\r\n"
            })
    void givesEveryByteBack(String message) throws IOException {
        select(message);
        client.send("b FETCH 1 (RFC822.SIZE BODY.PEEK[])\r\n");
        String size = String.valueOf(message.length());

        assertThat(client.line()).isEqualTo("* 1 FETCH (RFC822.SIZE " + size + " BODY[] {" + size + "}");
        assertThat(client.bytes(message.length())).isEqualTo(message);
        assertThat(client.until("b ")).containsExactly(")", "b OK FETCH completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BODY[]", "BODY[TEXT]", "BODY[1]", "RFC822", "RFC822.TEXT", "BINARY[1]", "(UID BODY[TEXT]<0.1>)"
            })
    void marksAMessageAsReadAndSaysSo(String item) throws IOException {
        select(MAIL);

        assertThat(client.command("b FETCH 1 " + item))
                .first()
                .asString()
                .startsWith("* 1 FETCH (FLAGS (\\Recent \\Seen) ");
        assertThat(client.command("c FETCH 1 " + item)).noneMatch(line -> line.contains("FLAGS"));
        assertThat(client.command("d NOOP")).containsExactly("d OK NOOP completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BODY.PEEK[]", "RFC822.HEADER", "BODY", "BODYSTRUCTURE", "ENVELOPE", "FULL", "BINARY.SIZE[1]"})
    void leavesAMessageUnread(String item) throws IOException {
        select(MAIL);
        client.command("b FETCH 1 " + item);

        assertThat(client.command("c FETCH 1 FLAGS")).contains("* 1 FETCH (FLAGS (\\Recent))");
    }

    @Test
    void survivesEveryStructure() throws IOException {
        List<String> broken = List.of(
                "Content-Type: text; charset=a/b\r\n\r\n",
                "Content-Disposition: a\r\nContent-Disposition: b\r\n\r\n",
                "Content-Type: multipart/mixed\r\n\r\n",
                "Content-Transfer-Encoding: x-unknown\r\nFrom: <<<\r\nDate: ?\r\n\r\nbody",
                MAIL);
        broken.forEach(server::deliver);
        client.command("a SELECT INBOX");

        assertThat(client.command("b FETCH 1:* (BODYSTRUCTURE ENVELOPE BODY)"))
                .hasSize(broken.size() + 1)
                .endsWith("b OK FETCH completed");
        assertThat(client.command("c FETCH 4 BODY[1]")).endsWith("c OK FETCH completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1:3   | 1 2 3",
                "3:1   | 1 2 3",
                "*     | 3",
                "2:*   | 2 3",
                "*:2   | 2 3",
                "1,3   | 1 3",
                "3,1,1 | 1 3"
            })
    void meansMessagesByNumber(String set, String numbers) throws IOException {
        select(MAIL, MAIL, MAIL);

        assertThat(client.command("b FETCH " + set + " UID"))
                .hasSize(numbers.split(" ", -1).length + 1)
                .allMatch(line -> line.startsWith("b ") || numbers.contains(line.substring(2, 3)));
    }

    @Test
    void meansMessagesByUid() throws IOException {
        select(MAIL, MAIL, MAIL);
        client.command("b STORE 1 +FLAGS.SILENT (\\Deleted)");
        client.command("c EXPUNGE");

        assertThat(client.command("d UID FETCH 1:2 FLAGS"))
                .containsExactly("* 1 FETCH (UID 2 FLAGS (\\Recent))", "d OK UID FETCH completed");
        assertThat(client.command("e UID FETCH 99:* (UID)"))
                .containsExactly("* 2 FETCH (UID 3)", "e OK UID FETCH completed");
        assertThat(client.command("f UID FETCH 1,77 FLAGS")).containsExactly("f OK UID FETCH completed");
    }

    @Test
    void answersForAnEmptyMailbox() throws IOException {
        client.command("a SELECT INBOX");

        assertThat(client.command("b FETCH 1:* FLAGS")).containsExactly("b OK FETCH completed");
        assertThat(client.command("b FETCH 1 FLAGS")).containsExactly("b BAD There are only 0 messages");
        assertThat(client.command("c UID FETCH 1:* FLAGS")).containsExactly("c OK UID FETCH completed");
    }

    private void select(String... messages) throws IOException {
        List.of(messages).forEach(server::deliver);
        client.command("a SELECT INBOX");
    }
}

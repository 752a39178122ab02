package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands as long as a line may be: 64 KB, where 8,000 octets are the least that a server has to take (RFC 2683). */
@Timeout(60)
class ImapLongCommandTests {

    private static final int LONGEST = 1 << 16;

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapLongCommandTests() throws IOException {
        server.deliver("Subject: b\r\n\r\nfirst\r\n").deliver("Subject: a\r\n\r\nsecond\r\n");
        client = server.alice();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private static String numbers(int from, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(from + 2 * i))
                .collect(Collectors.joining(","));
    }

    private static String repeat(String unit, String rest) {
        int room = LONGEST - rest.length() - 50;
        return String.join("", Collections.nCopies(room / unit.length(), unit)) + rest;
    }

    @Test
    void fetchAnyNumberOfMessages() throws IOException {
        String uids = "1," + numbers(10_001, 10_000);

        assertThat(client.command("a UID FETCH " + uids + " UID"))
                .containsExactly("* 1 FETCH (UID 1)", "a OK UID FETCH completed");
        assertThat(client.command("b UID FETCH " + repeat("10001:*,", "2") + " UID"))
                .contains("* 2 FETCH (UID 2)", "b OK UID FETCH completed");
        assertThat(client.command("c FETCH " + repeat("1,", "2") + " UID")).hasSize(3);
    }

    @Test
    void storeSearchAndCopyAnyNumberOfMessages() throws IOException {
        String uids = "2," + numbers(10_001, 10_000);
        client.command("a CREATE Done");

        assertThat(client.command("b UID STORE " + uids + " +FLAGS (\\Deleted)"))
                .containsExactly("* 2 FETCH (FLAGS (\\Deleted \\Recent) UID 2)", "b OK UID STORE completed");
        assertThat(client.command("c UID SEARCH UID " + uids)).contains("* SEARCH 2");
        assertThat(client.command("d SEARCH " + repeat("1:* ", "ALL"))).contains("* SEARCH 1 2");
        assertThat(client.command("e UID COPY " + uids + " Done"))
                .singleElement()
                .asString()
                .startsWith("e OK [COPYUID");
        assertThat(client.command("f UID EXPUNGE " + uids)).contains("* 2 EXPUNGE");
    }

    @Test
    void sortByAnyNumberOfKeys() throws IOException {
        assertThat(client.command("a SORT (" + repeat("REVERSE SUBJECT ", "SUBJECT") + ") UTF-8 ALL"))
                .containsExactly("* SORT 1 2", "a OK SORT completed");
        assertThat(client.command("b SORT (" + repeat("SIZE ", "SUBJECT") + ") UTF-8 ALL"))
                .containsExactly("* SORT 1 2", "b OK SORT completed");
    }

    @Test
    void listByAnyNumberOfWildcards() throws IOException {
        client.command("a CREATE " + "a".repeat(200));

        assertThat(client.command("b LIST \"\" " + "a*".repeat(40) + "b")).containsExactly("b OK LIST completed");
        assertThat(client.command("c LIST \"\" " + "a%".repeat(40))).hasSize(2);
        assertThat(client.command("d LSUB \"\" " + repeat("*a%", "b"))).containsExactly("d OK LSUB completed");
        assertThat(client.command("e LIST \"\" (" + repeat("a*b ", "a*") + ")")).hasSize(2);
    }

    @Test
    void mayHaveAnyNumberOfLiterals() throws IOException {
        String names = String.join(" ", Collections.nCopies(20_000, "{1+}\r\nx"));

        List<String> lines = client.command("a ID (" + names + ")");

        assertThat(lines).endsWith("a OK ID completed");
    }

    @Test
    void appendAnyNumberOfMessages() throws IOException {
        String messages = " {1+}\r\nx".repeat(20_000);

        assertThat(client.command("a APPEND INBOX" + messages))
                .last()
                .asString()
                .startsWith("a OK [APPENDUID");
        assertThat(client.command("b STATUS INBOX (MESSAGES)")).contains("* STATUS \"INBOX\" (MESSAGES 20002)");
    }

    @Test
    void takeNumbersOfAnyLength() throws IOException {
        String zeros = "0".repeat(50);
        String nines = "9".repeat(50);

        assertThat(client.command("a SEARCH LARGER " + zeros + "1")).contains("* SEARCH 1 2");
        assertThat(client.command("b SEARCH LARGER " + nines)).containsExactly("b BAD The number is too large");
        assertThat(client.command("c SEARCH MODSEQ 9223372036854775807")).contains("* SEARCH");
        assertThat(client.command("d SEARCH SUBJECT {" + zeros + "1+}\r\na")).contains("* SEARCH 2");
        assertThat(client.say("e SEARCH SUBJECT {" + nines + "}")).isEqualTo("e BAD [TOOBIG] Literal too large");
        assertThat(client.say("f SEARCH SUBJECT {" + nines + "+}")).isEqualTo("* BYE Literal too large");
    }

    @Test
    void tellOfAnyNumberOfRemovals() throws IOException {
        client.command("a APPEND INBOX" + " {1+}\r\nx".repeat(5_000));
        client.command("b STORE 2:* +FLAGS.SILENT (\\Deleted)");

        assertThat(client.command("c EXPUNGE"))
                .hasSize(5_002)
                .startsWith("* 2 EXPUNGE", "* 2 EXPUNGE")
                .endsWith("* 2 EXPUNGE", "c OK EXPUNGE completed");
    }
}

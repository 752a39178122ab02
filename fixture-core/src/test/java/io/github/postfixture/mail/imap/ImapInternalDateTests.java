package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An internal date keeps the zone that it was said in, and its day is that of this zone (RFC 3501 section 6.4.4). */
class ImapInternalDateTests {

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapInternalDateTests() throws IOException {
        client = server.alice();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private void append(String date) throws IOException {
        client.command("a APPEND INBOX \"" + date + "\" {1+}\r\nx");
    }

    private String shown(int number) throws IOException {
        return client.command("f FETCH " + number + " INTERNALDATE").get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "' 3-Nov-2026 00:30:00 +0200', 3-Nov-2026, 2-Nov-2026, 4-Nov-2026",
        "'03-Nov-2026 23:30:00 -0800', 3-Nov-2026, 2-Nov-2026, 4-Nov-2026",
        "' 1-Jan-2027 00:00:00 +1400', 1-Jan-2027, 31-Dec-2026, 2-Jan-2027",
        "'29-Feb-2028 23:59:59 -1200', 29-Feb-2028, 28-Feb-2028, 1-Mar-2028",
        "'03-Nov-2026 12:00:00 +0000', 3-Nov-2026, 2-Nov-2026, 4-Nov-2026",
    })
    void isFoundByItsDay(String date, String day, String before, String after) throws IOException {
        append(date);

        assertThat(client.command("b SEARCH ON " + day)).contains("* SEARCH 1");
        assertThat(client.command("c SEARCH SINCE " + day)).contains("* SEARCH 1");
        assertThat(client.command("d SEARCH BEFORE " + after)).contains("* SEARCH 1");
        assertThat(client.command("e SEARCH OR ON " + before + " ON " + after)).contains("* SEARCH");
        assertThat(client.command("g SEARCH BEFORE " + day)).contains("* SEARCH");
        assertThat(client.command("h SEARCH SINCE " + after)).contains("* SEARCH");
    }

    @Test
    void keepsItsZoneInACopy() throws IOException {
        append(" 3-Nov-2026 00:30:00 +0530");
        client.command("b CREATE Copies");
        client.command("c CREATE Moved");
        client.command("d COPY 1 Copies");
        client.command("e STORE 1 +FLAGS (\\Seen)");
        client.command("g MOVE 1 Moved");
        client.command("h SELECT Copies");
        assertThat(shown(1)).isEqualTo("* 1 FETCH (INTERNALDATE \"03-Nov-2026 00:30:00 +0530\")");
        client.command("i SELECT Moved");
        assertThat(shown(1)).isEqualTo("* 1 FETCH (INTERNALDATE \"03-Nov-2026 00:30:00 +0530\")");
        assertThat(client.command("j SEARCH ON 3-Nov-2026")).contains("* SEARCH 1");
    }

    @Test
    void isInTheZoneOfTheServerIfNobodySaysOtherwise() throws IOException {
        server.deliver("Subject: x\r\n\r\n");
        client.command("a NOOP");

        assertThat(shown(1)).isEqualTo("* 1 FETCH (INTERNALDATE \"" + ImapServer.INTERNALDATE + "\")");
        assertThat(client.command(
                        "b SEARCH ON " + ImapServer.INTERNALDATE.substring(0, ImapServer.INTERNALDATE.indexOf(' '))))
                .contains("* SEARCH 1");
    }

    @Test
    void isSortedByTheMomentAndNotByTheClock() throws IOException {
        append(" 3-Nov-2026 01:00:00 +0200");
        append(" 2-Nov-2026 23:30:00 +0000");
        append(" 2-Nov-2026 17:45:00 -0500");

        assertThat(client.command("b SORT (ARRIVAL) UTF-8 ALL")).contains("* SORT 3 1 2");
        assertThat(client.command("c SORT (DATE) UTF-8 ALL")).contains("* SORT 3 1 2");
    }
}

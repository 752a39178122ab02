package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the results of a search are told; what is found by which key is the business of the search itself. */
class ImapSearchTests {

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapSearchTests() throws IOException {
        server.deliver("Subject: b\r\nMessage-ID: <1@x>\r\nFrom: Ann <ann@example.org>\r\n\r\nfirst\r\n")
                .deliver("Subject: a\r\nMessage-ID: <2@x>\r\nFrom: bob@example.org\r\n\r\nsecond\r\n")
                .deliver("Subject: Re: b\r\nMessage-ID: <3@x>\r\nIn-Reply-To: <1@x>\r\n\r\nthird\r\n")
                .deliver("Subject: gone\r\n\r\n");
        client = server.alice();
        client.command("t STORE 2 +FLAGS.SILENT (\\Seen)");
        client.command("u STORE 4 +FLAGS.SILENT (\\Deleted)");
        client.command("v EXPUNGE");
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
                "SEARCH ALL                                   | * SEARCH 1 2 3",
                "search unseen                                | * SEARCH 1 3",
                "SEARCH NOT (SUBJECT a)                       | * SEARCH 1 3",
                "SEARCH OR FROM ann BODY third                | * SEARCH 1 3",
                "SEARCH CHARSET UTF-8 SUBJECT {1+}CRLFa         | * SEARCH 2",
                "SEARCH (FROM bob)                            | * SEARCH 2",
                "SEARCH SUBJECT nothing                       | * SEARCH",
                "SEARCH 2:* UNSEEN                            | * SEARCH 3",
                "UID SEARCH UID 2:99                          | * SEARCH 2 3",
                "SEARCH SINCE 24-Nov-2026                     | * SEARCH 1 2 3",
                "SEARCH RETURN () UNSEEN                      | * ESEARCH (TAG \"a\") ALL 1,3",
                "UID SEARCH RETURN (MIN MAX COUNT) ALL        | * ESEARCH (TAG \"a\") UID MIN 1 MAX 3 COUNT 3",
                "SEARCH RETURN (ALL COUNT) SUBJECT nothing    | * ESEARCH (TAG \"a\") COUNT 0",
                "SORT (SUBJECT) UTF-8 ALL                     | * SORT 2 1 3",
                "UID SORT (REVERSE ARRIVAL) UTF-8 UNSEEN      | * SORT 1 3",
                "SORT RETURN (ALL) (SUBJECT) UTF-8 ALL        | * ESEARCH (TAG \"a\") ALL 2,1,3",
                "THREAD REFERENCES UTF-8 ALL                  | * THREAD (1 3)(2)",
                "UID THREAD ORDEREDSUBJECT UTF-8 UNSEEN       | * THREAD (1 3)",
            })
    void tellsWhatWasFound(String command, String response) throws IOException {
        String name = command.replaceAll("^((UID )?\\S+).*", "$1").toUpperCase(Locale.ROOT);

        assertThat(client.command("a " + command.replace("CRLF", "\r\n")))
                .containsExactly(response, "a OK " + name + " completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEARCH MODSEQ 4                              | * SEARCH 2 3 (MODSEQ 6)",
                "SEARCH RETURN (MIN) MODSEQ 1                 | * ESEARCH (TAG \"a\") MIN 1 MODSEQ 2",
                "SEARCH RETURN (MAX) MODSEQ 1                 | * ESEARCH (TAG \"a\") MAX 3 MODSEQ 4",
                "SEARCH RETURN (MIN MAX) MODSEQ 1             | * ESEARCH (TAG \"a\") MIN 1 MAX 3 MODSEQ 4",
                "SEARCH RETURN (MIN SAVE) MODSEQ 4            | * ESEARCH (TAG \"a\") MIN 2 MODSEQ 6",
                "SEARCH RETURN (MIN COUNT) MODSEQ 1           | * ESEARCH (TAG \"a\") MIN 1 COUNT 3 MODSEQ 6",
                "SEARCH RETURN (MIN MAX ALL) MODSEQ 1         | * ESEARCH (TAG \"a\") MIN 1 MAX 3 ALL 1:3 MODSEQ 6",
                "UID SEARCH RETURN (MAX) MODSEQ 1 UID 1:2     | * ESEARCH (TAG \"a\") UID MAX 2 MODSEQ 6",
                "SORT RETURN (MIN) (SUBJECT) UTF-8 MODSEQ 1   | * ESEARCH (TAG \"a\") MIN 1 MODSEQ 2",
                "SEARCH RETURN (MAX) MODSEQ 99                | * ESEARCH (TAG \"a\")",
            })
    void tellsTheChangeNumberOfWhatItTells(String command, String response) throws IOException {
        client.command("w FETCH 1 MODSEQ");

        assertThat(client.command("a " + command)).startsWith(response).hasSize(2);
    }

    @Test
    void keepsAResultForTheNextCommand() throws IOException {
        assertThat(client.command("a SEARCH RETURN (SAVE) UNSEEN")).containsExactly("a OK SEARCH completed");
        assertThat(client.command("b FETCH $ UID"))
                .containsExactly("* 1 FETCH (UID 1)", "* 3 FETCH (UID 3)", "b OK FETCH completed");
        assertThat(client.command("c SEARCH RETURN (SAVE MIN COUNT) ALL"))
                .containsExactly("* ESEARCH (TAG \"c\") MIN 1 COUNT 3", "c OK SEARCH completed");
        assertThat(client.command("d SEARCH $ SEEN")).contains("* SEARCH 2");
        client.command("e SEARCH RETURN (SAVE MAX) ALL");
        assertThat(client.command("f UID STORE $ +FLAGS.SILENT (\\Deleted)")).hasSize(1);
        assertThat(client.command("g EXPUNGE")).contains("* 3 EXPUNGE");
        assertThat(client.command("h FETCH $ UID")).containsExactly("h OK FETCH completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEARCH CHARSET X-NONE ALL       | NO [BADCHARSET (US-ASCII UTF-8)] The charset X-NONE is unknown",
                "SEARCH                          | BAD An atom is missing",
                "SEARCH RETURN (FOO) ALL         | BAD Unknown option FOO",
                "SEARCH 4                        | BAD There are only 3 messages",
                "SORT (FOO) UTF-8 ALL            | BAD Unknown sort key FOO",
                "THREAD FOO UTF-8 ALL            | BAD Unknown algorithm FOO",
            })
    void refusesWhatMakesNoSense(String command, String response) throws IOException {
        List<String> lines = client.command("a " + command);

        assertThat(lines).containsExactly("a " + response);
    }
}

package io.github.postfixture.mail.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.message.ReceivedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes in goes out, to the byte, by every way in and out. */
class DifficultMessagesTests {

    private static DifficultMailbox mailbox;

    @BeforeAll
    static void deliverThemAll() throws IOException {
        mailbox = DifficultMailbox.filled();
    }

    @AfterAll
    static void close() {
        mailbox.close();
    }

    @Test
    void areMoreThanThreeHundred() {
        assertThat(mailbox.messages())
                .hasSizeGreaterThan(300)
                .extracting(DifficultMessage::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void areReceivedAsTheyWereSent() {
        List<String> damaged = new ArrayList<>();
        List<ReceivedMail> received = mailbox.server().receivedMails();
        for (int i = 0; i < mailbox.messages().size(); i++) {
            String raw = new String(received.get(i).raw(), StandardCharsets.ISO_8859_1);
            addIf(
                    !raw.equals(mailbox.messages().get(i).text()),
                    damaged,
                    mailbox.messages().get(i));
        }

        assertThat(received).hasSameSizeAs(mailbox.messages());
        assertThat(damaged).isEmpty();
    }

    @Test
    void areFetchedByImapAsTheyWereSent() throws IOException {
        try (WireClient client = WireClient.imap(mailbox.server().imap(), DifficultMailbox.READER)) {
            assertThat(damagedByImap(client)).isEmpty();
        }
    }

    @Test
    void areFetchedByImapAsTheyWereAppended() throws IOException {
        try (WireClient client = WireClient.imap(mailbox.server().imap(), "writer@example.org")) {
            for (DifficultMessage message : mailbox.messages()) {
                append(client, message);
            }
            client.imap("NOOP");

            assertThat(damagedByImap(client)).isEmpty();
        }
    }

    @Test
    void areRetrievedByPop3AsTheyWereSent() throws IOException {
        List<String> damaged = new ArrayList<>();
        try (WireClient client = WireClient.pop3(mailbox.server().pop3(), DifficultMailbox.READER)) {
            for (int i = 0; i < mailbox.messages().size(); i++) {
                DifficultMessage message = mailbox.messages().get(i);
                String size = client.say("LIST " + (i + 1));
                client.say("RETR " + (i + 1));
                String content = client.untilDot();
                addIf(!content.equals(asLines(message)), damaged, message);
                addIf(!size.equals("+OK " + (i + 1) + " " + message.octets().length()), damaged, message);
            }
        }

        assertThat(damaged).isEmpty();
    }

    @Test
    void haveAnEnvelopeAndAStructure() throws IOException {
        assertThat(unanswered("FETCH %d (ENVELOPE BODY BODYSTRUCTURE)")).isEmpty();
    }

    @Test
    void haveSections() throws IOException {
        assertThat(unanswered("FETCH %d (BODY.PEEK[1] BODY.PEEK[1.MIME] BODY.PEEK[2.HEADER] BODY.PEEK[TEXT]<5.10>"
                        + " BODY.PEEK[HEADER.FIELDS (SUBJECT)] BODY.PEEK[HEADER.FIELDS.NOT (FROM)])"))
                .isEmpty();
    }

    @Test
    void areSearched() throws IOException {
        assertThat(unanswered("SEARCH %d TEXT nothing NOT FROM somebody SENTSINCE 1-Jan-2020"))
                .isEmpty();
    }

    private static void append(WireClient client, DifficultMessage message) throws IOException {
        client.send("t APPEND INBOX {" + message.octets().length() + "+}\r\n");
        client.send(message.octets());
        client.send("\r\n");
        assertThat(client.untilTagged()).as(message.name()).contains("OK");
    }

    private static List<String> damagedByImap(WireClient client) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (int i = 0; i < mailbox.messages().size(); i++) {
            DifficultMessage message = mailbox.messages().get(i);
            long length = message.octets().length();
            String answer = client.imap("FETCH " + (i + 1) + " (RFC822.SIZE BODY.PEEK[])");
            boolean same = answer.startsWith("* " + (i + 1) + " FETCH (RFC822.SIZE " + length + " BODY[] {" + length
                    + "}\r\n" + message.text() + ")\r\nOK");
            addIf(!same, damaged, message);
        }
        return damaged;
    }

    private static List<String> unanswered(String command) throws IOException {
        List<String> unanswered = new ArrayList<>();
        try (WireClient client = WireClient.imap(mailbox.server().imap(), DifficultMailbox.READER)) {
            for (int i = 0; i < mailbox.messages().size(); i++) {
                String answer = client.imap(command.formatted(i + 1));
                String last = answer.substring(answer.lastIndexOf("\r\n") + 2);
                addIf(
                        !last.startsWith("OK") || !answer.startsWith("*"),
                        unanswered,
                        mailbox.messages().get(i));
            }
        }
        return unanswered;
    }

    /** POP3 has lines only: the last one is given an end if it has none. */
    private static String asLines(DifficultMessage message) {
        return message.text().endsWith("\r\n") || message.text().isEmpty() ? message.text() : message.text() + "\r\n";
    }

    private static void addIf(boolean wrong, List<String> names, DifficultMessage message) {
        if (wrong) {
            names.add(message.name());
        }
    }
}

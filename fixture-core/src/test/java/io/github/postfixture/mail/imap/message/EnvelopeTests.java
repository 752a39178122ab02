package io.github.postfixture.mail.imap.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ENVELOPE, RFC 3501 section 7.4.2. */
class EnvelopeTests {

    @Test
    void hasTenFieldsInTheirOrder() {
        assertThat(envelope("""
                        Message-ID: <1@example.org>
                        In-Reply-To: <0@example.org>
                        Bcc: Eve <eve@example.org>
                        Cc: Dave <dave@example.org>
                        To: Carol <carol@example.org>
                        Reply-To: Bob <bob@example.org>
                        Sender: Alice's office <office@example.org>
                        From: Alice <alice@example.org>
                        Subject: Lunch
                        Date: Mon, 2 Nov 2026 12:00:00 +0100

                        """))
                .isEqualTo("(\"Mon, 2 Nov 2026 12:00:00 +0100\" \"Lunch\""
                        + " ((\"Alice\" NIL \"alice\" \"example.org\"))"
                        + " ((\"Alice's office\" NIL \"office\" \"example.org\"))"
                        + " ((\"Bob\" NIL \"bob\" \"example.org\"))"
                        + " ((\"Carol\" NIL \"carol\" \"example.org\"))"
                        + " ((\"Dave\" NIL \"dave\" \"example.org\"))"
                        + " ((\"Eve\" NIL \"eve\" \"example.org\"))"
                        + " \"<0@example.org>\" \"<1@example.org>\")");
    }

    @Test
    void saysNilForWhatIsNotThere() {
        assertThat(envelope("\n")).isEqualTo("(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)");
        assertThat(envelope("")).isEqualTo("(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)");
    }

    @Test
    void tellsAnEmptySubjectFromNone() {
        assertThat(envelope("Subject:\nDate: \nMessage-ID:\t\n\n"))
                .isEqualTo("(\"\" \"\" NIL NIL NIL NIL NIL NIL NIL \"\")");
    }

    @Test
    void takesTheAuthorForSenderAndForReplies() {
        String author = "((NIL NIL \"alice\" \"example.org\"))";

        assertThat(envelope("From: alice@example.org\n\n"))
                .isEqualTo("(NIL NIL " + author + " " + author + " " + author + " NIL NIL NIL NIL NIL)");
        assertThat(envelope("From: alice@example.org\nSender: \nReply-To:\n\n"))
                .isEqualTo("(NIL NIL " + author + " " + author + " " + author + " NIL NIL NIL NIL NIL)");
    }

    @Test
    void keepsEncodedWordsAsTheyStand() {
        assertThat(envelope("Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n\n"))
                .isEqualTo("(NIL \"=?utf-8?Q?Gr=C3=BC=C3=9Fe?=\" NIL NIL NIL NIL NIL NIL NIL NIL)");
        assertThat(to("=?utf-8?Q?M=C3=BCller,_Eva?= <eva@example.org>"))
                .isEqualTo("((\"=?utf-8?Q?M=C3=BCller,_Eva?=\" NIL \"eva\" \"example.org\"))");
    }

    @Test
    void escapesQuotesAndBackslashes() {
        assertThat(envelope("Subject: a \"b\" \\ c\n\n"))
                .isEqualTo("(NIL \"a \\\"b\\\" \\\\ c\" NIL NIL NIL NIL NIL NIL NIL NIL)");
    }

    @Test
    void sendsEightBitsAsALiteral() {
        assertThat(envelope("Subject: Grüße\n\n"))
                .isEqualTo("(NIL {7}\r\nGr\u00c3\u00bc\u00c3\u009fe NIL NIL NIL NIL NIL NIL NIL NIL)");
    }

    @Test
    void leavesOutNul() {
        assertThat(envelope("Subject: a\0b\n\n")).isEqualTo("(NIL \"ab\" NIL NIL NIL NIL NIL NIL NIL NIL)");
    }

    @Test
    void unfolds() {
        assertThat(envelope("Subject: one\n two\n\tthree\n\n"))
                .isEqualTo("(NIL \"one two three\" NIL NIL NIL NIL NIL NIL NIL NIL)");
    }

    @Test
    void takesTheFirstSubjectAndAllRecipients() {
        assertThat(envelope("Subject: 1\nSubject: 2\n\n")).startsWith("(NIL \"1\" ");
        assertThat(to("a@b.example\nTo: c@d.example"))
                .isEqualTo("((NIL NIL \"a\" \"b.example\")(NIL NIL \"c\" \"d.example\"))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a@b.example | ((NIL NIL \"a\" \"b.example\"))",
                "<a@b.example> | ((NIL NIL \"a\" \"b.example\"))",
                "A B <a@b.example> | ((\"A B\" NIL \"a\" \"b.example\"))",
                "\"B, A\" <a@b.example> | ((\"B, A\" NIL \"a\" \"b.example\"))",
                "\"A \\\"x\\\" B\" <a@b.example> | ((\"A \\\"x\\\" B\" NIL \"a\" \"b.example\"))",
                "a@b.example (A B) | ((\"A B\" NIL \"a\" \"b.example\"))",
                "<a@b.example> (A (B)) | ((\"A (B)\" NIL \"a\" \"b.example\"))",
                "(one) A (two) <a (three) @ (four) b.example> | ((\"A\" NIL \"a\" \"b.example\"))",
                "a . b @ c . example | ((NIL NIL \"a.b\" \"c.example\"))",
                "\"a b\"@c.example | ((NIL NIL \"a b\" \"c.example\"))",
                "a@[127.0.0.1] | ((NIL NIL \"a\" \"[127.0.0.1]\"))",
                "<@x.example,@y.example:a@b.example> | ((NIL \"@x.example,@y.example\" \"a\" \"b.example\"))",
                "a@b.example <a@b.example> | ((\"a@b.example\" NIL \"a\" \"b.example\"))",
                "a@b.example, c@d.example | ((NIL NIL \"a\" \"b.example\")(NIL NIL \"c\" \"d.example\"))",
                "a@b.example,, ,c@d.example, | ((NIL NIL \"a\" \"b.example\")(NIL NIL \"c\" \"d.example\"))",
                "G: a@b.example, c@d.example; | ((NIL NIL \"G\" NIL)(NIL NIL \"a\" \"b.example\")(NIL NIL \"c\" \"d.example\")(NIL NIL NIL NIL))",
                "No one:; | ((NIL NIL \"No one\" NIL)(NIL NIL NIL NIL))",
                "G: a@b.example;, c@d.example | ((NIL NIL \"G\" NIL)(NIL NIL \"a\" \"b.example\")(NIL NIL NIL NIL)(NIL NIL \"c\" \"d.example\"))",
                "G: a@b.example | ((NIL NIL \"G\" NIL)(NIL NIL \"a\" \"b.example\")(NIL NIL NIL NIL))",
                "somebody | ((NIL NIL \"somebody\" \"\"))",
                "<> | ((NIL NIL \"\" \"\"))",
                "\"never closed <a@b.example> | ((\"\\\"never closed\" NIL \"a\" \"b.example\"))",
                "A <a@b.example | ((\"A\" NIL \"a\" \"b.example\"))",
                "(only a comment) | NIL",
                ", ; , | NIL",
            })
    void readsAddresses(String field, String expected) {
        assertThat(to(field)).isEqualTo(expected);
    }

    @Test
    void escapesAnAddressOfEightBits() {
        assertThat(to("Eva Müller <eva@müller.example>"))
                .isEqualTo("(({11}\r\nEva M\u00c3\u00bcller NIL \"eva\" {15}\r\nm\u00c3\u00bcller.example))");
    }

    private static String to(String field) {
        String envelope = envelope("To: " + field + "\n\n");
        return envelope.substring("(NIL NIL NIL NIL NIL ".length(), envelope.length() - " NIL NIL NIL NIL)".length());
    }

    private static String envelope(String message) {
        byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return ImapMessage.of(Octets.of(bytes)).envelope();
    }
}

package io.github.postfixture.mail.imap.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedStructureTests {

    private static final String PLAIN = "\"text\" \"plain\" (\"charset\" \"us-ascii\") NIL NIL \"7bit\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "multipart/mixed | --b;;x;--b--;",
                "multipart/mixed; boundary= | --b;;x;--b--;",
                "multipart/mixed; boundary=\"\" | --b;;x;--b--;",
                "multipart/mixed; boundary=other | --b;;x;--b--;",
                "multipart/mixed; boundary=b | --b--;--b;;x;",
                "multipart | --b;;x;--b--;",
                "garbage | --b;;x;--b--;",
                "/; ; =; \"|--b;;x;--b--;",
                "text/plain/plain|--b;;x;--b--;",
            })
    void ofWhatCannotBeReadIsThatOfPlainText(String type, String lines) {
        String body = lines.replace(";", "\n");

        assertThat(message("Content-Type: " + type + "\n\n" + body).body())
                .startsWith("(" + PLAIN + " " + body.replace("\n", "\r\n").length() + " ");
    }

    @Test
    void endsAPartThatIsNotClosedAtTheEndOfTheMessage() {
        assertThat(message("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n")
                        .body())
                .isEqualTo("((" + PLAIN + " 3 1) \"mixed\")");
    }

    @Test
    void endsAnInnerMultipartAtTheBoundaryOfTheOuter() {
        assertThat(message("""
                                Content-Type: multipart/mixed; boundary=outer

                                --outer
                                Content-Type: multipart/related; boundary=inner

                                --inner

                                1
                                --outer

                                2
                                --outer--
                                --inner

                                3
                                """).body()).isEqualTo("(((" + PLAIN + " 1 0) \"related\")(" + PLAIN + " 1 0) \"mixed\")");
    }

    @Test
    void readsAnInnerMultipartWithTheBoundaryOfTheOuter() {
        assertThat(message("""
                                Content-Type: multipart/mixed; boundary=b

                                --b
                                Content-Type: multipart/related; boundary=b

                                --b

                                1
                                --b--
                                --b

                                2
                                --b--
                                """).body()).isEqualTo("(((" + PLAIN + " 1 0) \"related\")(" + PLAIN + " 1 0) \"mixed\")");
    }

    @Test
    void readsPartsWithoutABlankLineOrWithoutAnything() {
        assertThat(message("""
                                Content-Type: multipart/mixed; boundary=b

                                --b
                                --b
                                Content-Type: text/html
                                --b

                                --b

                                x
                                --b--
                                """).body())
                .isEqualTo("((" + PLAIN + " 0 0)(" + PLAIN.replace("plain", "html") + " 0 0)(" + PLAIN + " 0 0)("
                        + PLAIN + " 1 0) \"mixed\")");
    }

    @Test
    void beginsTheBodyAtTheBlankLineAlone() {
        assertThat(message("Subject: x\nDear Bob,\nhello\n\nbye\n").body()).isEqualTo("(" + PLAIN + " 5 1)");
        assertThat(message("Dear Bob,\nSubject: x\n").body()).isEqualTo("(" + PLAIN + " 0 0)");
        assertThat(message("Dear Bob,\nSubject: x\n").envelope()).startsWith("(NIL \"x\" ");
        assertThat(message(" folded: x\n").body()).isEqualTo("(" + PLAIN + " 0 0)");
    }

    @Test
    void readsBareLineFeeds() {
        Octets octets = Octets.of("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\ntwo\n--b--\n");

        assertThat(ImapMessage.of(octets).body()).isEqualTo("((" + PLAIN + " 7 1) \"mixed\")");
    }

    @Test
    void doesWithoutComments() {
        assertThat(message("Content-Type: (a) text/html (b); charset=utf-8 (c); name=\"(d)\"\n"
                                + "Content-Transfer-Encoding: 8bit (e)\n\n")
                        .body())
                .isEqualTo("(\"text\" \"html\" (\"charset\" \"utf-8\" \"name\" \"(d)\") NIL NIL \"8bit\" 0 0)");
    }

    private static ImapMessage message(String text) {
        return ImapMessage.of(Octets.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}

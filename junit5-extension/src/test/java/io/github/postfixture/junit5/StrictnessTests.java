package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class StrictnessTests {

    @Test
    void letsATestPassThatLeavesSomethingOver() {
        assertThat(Suite.passes(LeftoverTestCase.class)).isEqualTo(1);
    }

    @Test
    void failsATestThatLeavesSomethingOverIfThisIsWanted() {
        assertThat(Suite.failures(Suite.run(Map.of("postfixture.strict", "fail"), LeftoverTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessage("Expected nothing to be left over at the servers of this test, but:\n"
                                + "  nobody looked at mail from shop@example.org to [alice@example.org] with subject"
                                + " \"Welcome\"\n"
                                + "  stub any /unused was never used"));
    }

    @Test
    void countsAConnectionThatIsLeftOpen() {
        assertThat(Suite.failures(Suite.run(Map.of("postfixture.strict", "fail"), OpenConnectionTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .message()
                        .matches("Expected nothing to be left over at the servers of this test, but:\n"
                                + "  the imap connection from 127\\.0\\.0\\.1:\\d+, which said nothing,"
                                + " open since \\d\\d:\\d\\d:\\d\\d was left open"));
        assertThat(Suite.passes(OpenConnectionTestCase.class)).isEqualTo(1);
    }

    @Test
    void letsAnApplicationKeepAConnectionThatKeepsItsAddress() {
        assertThat(Suite.passes(Map.of("postfixture.strict", "fail"), KeptConnectionTestCase.class))
                .isEqualTo(1);
    }

    @Test
    void isAddedToTheFailureOfTheTestItself() {
        assertThat(Suite.failures(Suite.run(Map.of("postfixture.strict", "fail"), FailingTestCase.class)))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure).hasMessage("on purpose");
                    assertThat(failure.getSuppressed()[0])
                            .hasMessageStartingWith(
                                    "Expected nothing to be left over at the servers of this test, but:");
                });
    }

    @Test
    void canBeAskedForByTheAnnotation() {
        assertThat(Suite.failures(Suite.run(Map.of(), StrictTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageStartingWith("Expected nothing to be left over at the mail server"));
    }

    @Test
    void isAskedOfASharedServerWhenItsClassEnds() {
        assertThat(Suite.failures(Suite.run(Map.of(), StrictClassTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageStartingWith("Expected nothing to be left over at the mail server"));
    }

    @Test
    void hasThreeValues() {
        assertThat(Suite.failures(Suite.run(Map.of("postfixture.strict", "yes"), LeftoverTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage("postfixture.strict is \"yes\" but must be one of off, warn, fail"));
    }

    @Test
    void hasThreeValuesForTestsThatShareAServerToo() {
        assertThat(Suite.failures(Suite.run(Map.of("postfixture.strict", "yes"), SharedTestCase.class)))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessage("postfixture.strict is \"yes\" but must be one of off, warn, fail"));
    }

    @Test
    void aPauseNamesTheServersAndWaitsForEnter() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        InputStream keyboard = new ByteArrayInputStream("x\nrest".getBytes(StandardCharsets.US_ASCII));
        try (MailServer mail = MailServer.start()) {
            int port = mail.smtp().port();

            Pause.hold("sends()", List.of(mail), keyboard, new PrintStream(said, true, StandardCharsets.UTF_8));

            assertThat(said.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "sends() failed. Its servers are still up:",
                            "  smtp://127.0.0.1:" + port,
                            "Press Enter to go on.");
            assertThat(keyboard.available()).isEqualTo(4);
        }
    }

    @WithMailServer
    @WithWebServer
    static class LeftoverTestCase {

        @Test
        void test(MailServer mail, WebServer web) {
            web.serve("/unused", Response.noContent());
            Mails.send(mail, "alice@example.org", "Welcome");
        }
    }

    @WithMailServer
    static class OpenConnectionTestCase {

        private static final List<Socket> OPEN = new CopyOnWriteArrayList<>();

        @Test
        void test(MailServer mail) throws IOException {
            OPEN.add(greeted(mail));
        }

        @AfterAll
        static void close() throws IOException {
            closeAll(OPEN);
        }
    }

    @WithMailServer(ports = Scope.CLASS)
    static class KeptConnectionTestCase {

        private static final List<Socket> OPEN = new CopyOnWriteArrayList<>();

        @Test
        void test(MailServer mail) throws IOException {
            OPEN.add(greeted(mail));
        }

        @AfterAll
        static void close() throws IOException {
            closeAll(OPEN);
        }
    }

    private static Socket greeted(MailServer mail) throws IOException {
        Socket socket = new Socket("127.0.0.1", mail.imap().port());
        assertThat(socket.getInputStream().read()).isEqualTo('*');
        return socket;
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @WithMailServer
    static class FailingTestCase {

        @Test
        void test(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
            throw new AssertionError("on purpose");
        }
    }

    @WithMailServer(strict = true)
    static class StrictTestCase {

        @Test
        void test(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
        }
    }

    @WithMailServer(strict = true, scope = Scope.CLASS)
    static class StrictClassTestCase {

        @Test
        void test(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
        }
    }

    @WithMailServer(scope = Scope.CLASS)
    static class SharedTestCase {

        @Test
        void first() {}

        @Test
        void second() {}
    }
}

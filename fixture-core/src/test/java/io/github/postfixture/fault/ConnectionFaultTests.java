package io.github.postfixture.fault;

import static io.github.postfixture.mail.protocol.SmtpStage.EHLO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Fixture;
import io.github.postfixture.mail.MailServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a connection strikes on every protocol, is scripted in the same words, and is told in the same words. */
class ConnectionFaultTests {

    @AutoClose
    private final MailServer mail = MailServer.start();

    static Stream<Arguments> faults() {
        return Stream.of(
                        new Row(ConnectionFault.delay(Duration.ofMillis(1)), "delay of 1 ms", answer -> answer),
                        new Row(ConnectionFault.stall(), "stall", answer -> ""),
                        new Row(
                                ConnectionFault.throttle(100_000),
                                "throttle to 100000 bytes a second",
                                answer -> answer),
                        new Row(ConnectionFault.garbage("\u00ff?\r\n"), "garbage", answer -> "\u00ff?\r\n" + answer),
                        new Row(ConnectionFault.disconnect(), "disconnect", answer -> ""),
                        new Row(
                                ConnectionFault.disconnectAfter(5),
                                "disconnect after 5 bytes",
                                answer -> answer.substring(0, 5) + "(reset)"),
                        new Row(ConnectionFault.disconnectAfter(0), "disconnect after 0 bytes", answer -> "(reset)"),
                        new Row(ConnectionFault.reset(), "reset", answer -> "(reset)"),
                        new Row(ConnectionFault.run("maintenance", () -> {}), "maintenance", answer -> answer))
                .flatMap(row -> Stream.of(Protocol.values())
                        .map(protocol -> Arguments.of(protocol, row.fault, row.words, row.seen)));
    }

    @ParameterizedTest(name = "{2} by {0}")
    @MethodSource("faults")
    void strikesOnceAndIsToldToTheTimeline(
            Protocol protocol, ConnectionFault fault, String words, Function<String, String> seen) throws Exception {
        protocol.point(this).next(fault);

        assertThat(protocol.ask(this)).isEqualTo(seen.apply(protocol.answer));
        assertThat(protocol.ask(this)).isEqualTo(protocol.answer);
        assertThat(protocol.server(this).timeline().events())
                .extracting(event -> event.source() + ": " + event.detail())
                .containsOnlyOnce(protocol.source + ": fault #1 (" + words + ") strikes at " + protocol.occasion);
        assertThat(protocol.server(this).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void doesWhateverATestWants(Protocol protocol) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        protocol.point(this).times(2, ConnectionFault.run("counting", calls::incrementAndGet));

        protocol.ask(this);
        protocol.ask(this);
        protocol.ask(this);

        assertThat(calls).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void isAProblemWhileItHasNotStruck(Protocol protocol) {
        protocol.point(this).every(3, ConnectionFault.stall());

        assertThat(protocol.server(this).problems())
                .containsExactly("fault #1 (stall) at " + protocol.place + ", every(3), never struck");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionFault.delay(Duration.ofMillis(-1)))
                .withMessage("duration (PT-0.001S) must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionFault.throttle(0))
                .withMessage("bytesPerSecond (0) must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionFault.disconnectAfter(-1))
                .withMessage("bytes (-1) must not be negative");
    }

    private record Row(ConnectionFault fault, String words, Function<String, String> seen) {}

    private enum Protocol {
        SMTP("smtp", "EHLO", "HELO me", "HELO me", "250 localhost\r\n") {
            @Override
            FaultPoint<?> point(ConnectionFaultTests test) {
                return test.mail.at(EHLO);
            }

            @Override
            Endpoint endpoint(ConnectionFaultTests test) {
                return test.mail.smtp();
            }
        },
        IMAP("imap", "NOOP", "NOOP", "a NOOP", "a OK NOOP completed\r\n") {
            @Override
            FaultPoint<?> point(ConnectionFaultTests test) {
                return test.mail.atImap("NOOP");
            }

            @Override
            Endpoint endpoint(ConnectionFaultTests test) {
                return test.mail.imap();
            }
        },
        POP3("pop3", "USER", "USER alice", "USER alice", "+OK Send PASS\r\n") {
            @Override
            FaultPoint<?> point(ConnectionFaultTests test) {
                return test.mail.atPop3("USER");
            }

            @Override
            Endpoint endpoint(ConnectionFaultTests test) {
                return test.mail.pop3();
            }
        };

        private final String source;
        private final String place;
        private final String occasion;
        private final String command;
        private final String answer;

        Protocol(String source, String place, String occasion, String command, String answer) {
            this.source = source;
            this.place = place;
            this.occasion = occasion;
            this.command = command;
            this.answer = answer;
        }

        abstract FaultPoint<?> point(ConnectionFaultTests test);

        abstract Endpoint endpoint(ConnectionFaultTests test);

        Fixture server(ConnectionFaultTests test) {
            return test.mail;
        }

        /** Say the command and no more, and return what comes then until the connection ends. */
        String ask(ConnectionFaultTests test) throws IOException {
            Endpoint endpoint = endpoint(test);
            try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
                InputStream input = socket.getInputStream();
                for (int octet = input.read(); octet != '\n'; octet = input.read()) {}
                socket.getOutputStream().write((command + "\r\n").getBytes(ISO_8859_1));
                socket.shutdownOutput();
                return rest(input);
            }
        }

        private static String rest(InputStream input) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try {
                for (int octet = input.read(); octet >= 0; octet = input.read()) {
                    read.write(octet);
                }
                return read.toString(ISO_8859_1);
            } catch (IOException e) {
                return read.toString(ISO_8859_1) + "(reset)";
            }
        }
    }
}

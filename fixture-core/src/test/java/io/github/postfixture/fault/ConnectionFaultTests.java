package io.github.postfixture.fault;

import static io.github.postfixture.mail.protocol.SmtpStage.EHLO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Fixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
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

    @AutoClose
    private final WebServer web = WebServer.start().serve("/pay", Response.text("paid in full"));

    /** What every fault does on every protocol: of mail, and of HTTP where that is something else. */
    static Stream<Arguments> faults() {
        UnaryOperator<String> ordinary = answer -> answer;
        UnaryOperator<String> nothing = answer -> "";
        UnaryOperator<String> reset = answer -> "(reset)";
        return Stream.of(
                        row(ConnectionFault.delay(Duration.ofMillis(1)), "delay of 1 ms", ordinary),
                        row(ConnectionFault.stall(), "stall", nothing),
                        row(ConnectionFault.throttle(100_000), "throttle to 100000 bytes a second", ordinary),
                        row(ConnectionFault.garbage("\u00ff?\r\n"), "garbage", answer -> "\u00ff?\r\n" + answer)
                                .byHttp(answer -> "\u00ff?\r\n"),
                        row(ConnectionFault.disconnect(), "disconnect", nothing),
                        row(
                                        ConnectionFault.disconnectAfter(4),
                                        "disconnect after 4 bytes",
                                        answer -> answer.substring(0, 4) + "(reset)")
                                .byHttp(answer -> answer.replace(" in full", "")),
                        row(ConnectionFault.disconnectAfter(0), "disconnect after 0 bytes", reset)
                                .byHttp(answer -> answer.replace("paid in full", "")),
                        row(ConnectionFault.reset(), "reset", reset),
                        row(ConnectionFault.run("maintenance", () -> {}), "maintenance", ordinary))
                .flatMap(row -> Stream.of(Protocol.values())
                        .map(protocol -> Arguments.of(protocol, row.fault, row.words, row.seenBy(protocol))));
    }

    private static Row row(ConnectionFault fault, String words, UnaryOperator<String> seen) {
        return new Row(fault, words, seen, seen);
    }

    @ParameterizedTest(name = "{2} by {0}")
    @MethodSource("faults")
    void strikesOnceAndIsToldToTheTimeline(
            Protocol protocol, ConnectionFault fault, String words, UnaryOperator<String> seen) throws Exception {
        protocol.point(this).next(fault);

        assertThat(protocol.ask(this, fault.equals(ConnectionFault.stall()))).isEqualTo(seen.apply(protocol.answer));
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
                .contains("fault #1 (stall) at " + protocol.place + ", every(3), never struck");
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

    private record Row(
            ConnectionFault fault, String words, UnaryOperator<String> seenByMail, UnaryOperator<String> seenByHttp) {

        Row byHttp(UnaryOperator<String> other) {
            return new Row(fault, words, seenByMail, other);
        }

        UnaryOperator<String> seenBy(Protocol protocol) {
            return protocol == Protocol.HTTP ? seenByHttp : seenByMail;
        }
    }

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
        },
        HTTP(
                "http",
                "GET /pay",
                "GET /pay",
                "GET /pay HTTP/1.1\r\nHost: x\r\nConnection: close\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 12\r\n"
                        + "Connection: close\r\n\r\npaid in full") {
            @Override
            FaultPoint<?> point(ConnectionFaultTests test) {
                return test.web.at("GET", "/pay");
            }

            @Override
            Endpoint endpoint(ConnectionFaultTests test) {
                return test.web.http();
            }

            @Override
            Fixture server(ConnectionFaultTests test) {
                return test.web;
            }

            @Override
            void beGreeted(InputStream input) {
                // The client of HTTP speaks first.
            }

            @Override
            void sayNoMore(Socket socket) {
                // The client of HTTP has said that the server is to close the connection.
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

        String ask(ConnectionFaultTests test) throws IOException {
            return ask(test, false);
        }

        /** Say the command and no more, and return what comes then until the connection ends, or until a fault stalls it. */
        String ask(ConnectionFaultTests test, boolean stalls) throws IOException {
            Endpoint endpoint = endpoint(test);
            try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
                socket.setSoTimeout(60_000);
                InputStream input = socket.getInputStream();
                beGreeted(input);
                socket.getOutputStream().write((command + "\r\n").getBytes(ISO_8859_1));
                if (stalls) {
                    server(test)
                            .await()
                            .until(() -> server(test).timeline().toString().contains("(stall) strikes at"));
                    return "x".repeat(input.available());
                }
                sayNoMore(socket);
                return rest(input).replaceFirst("Date: .*\r\n", "");
            }
        }

        void beGreeted(InputStream input) throws IOException {
            for (int octet = input.read(); octet != '\n'; octet = input.read()) {}
        }

        void sayNoMore(Socket socket) throws IOException {
            socket.shutdownOutput();
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

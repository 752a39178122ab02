package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What curl makes of faults, by its exit codes. */
@Tag("real-client")
class CurlFaultTests {

    private static final int TIMED_OUT = 28;

    private final WebServer web = WebServer.start().serve("/pay", Response.text("paid in full"));

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({
        "status, 22",
        "disconnect, 52",
        "reset, 56",
        "disconnectAfter, 18",
        "stall, 28",
        "garbage, 1",
        "throttle, 28",
        "delay, 28"
    })
    void exitsAsItDoesWithRealTrouble(String name, int exitCode) {
        web.at("/pay").always(fault(name));

        RealClient.Result result = RealClient.curl()
                .tryRun(
                        "--fail",
                        "--max-time",
                        exitCode == TIMED_OUT ? "1" : "60",
                        web.uri("/pay").toString());

        assertThat(result.exitCode()).as(result.output()).isEqualTo(exitCode);
        assertThat(web.exchanges()).extracting(Exchange::source).allMatch(Exchange.Source.FAULT::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--http1.1", "--http1.0"})
    void getsTheAnswerOnceTheFaultIsOver(String version) {
        web.failNext("/pay", HttpFault.status(503));

        assertThat(RealClient.curl()
                        .run(
                                version,
                                "--retry",
                                "1",
                                "--retry-delay",
                                "1",
                                web.uri("/pay").toString()))
                .endsWith("paid in full");
    }

    private static Fault<? super HttpFault> fault(String name) {
        return switch (name) {
            case "status" -> HttpFault.status(503);
            case "disconnect" -> ConnectionFault.disconnect();
            case "reset" -> ConnectionFault.reset();
            case "disconnectAfter" -> ConnectionFault.disconnectAfter(4);
            case "stall" -> ConnectionFault.stall();
            case "garbage" -> ConnectionFault.garbage("\u0001\u0002garbage\u00ff\r\n\r\n");
            case "throttle" -> ConnectionFault.throttle(1);
            default -> ConnectionFault.delay(Duration.ofMinutes(1));
        };
    }
}

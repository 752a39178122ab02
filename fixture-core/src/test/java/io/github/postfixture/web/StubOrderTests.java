package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.stub.Stub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StubOrderTests {

    private static final Response FIRST = Response.text("first");
    private static final Response SECOND = Response.text("second");

    @AutoClose
    private final WebServer web = WebServer.start();

    @Nested
    class Priority {

        @Test
        void goesBeforePathsAndMethodsAndCriteria() {
            web.on("/{all*}").withPriority(1).answer(FIRST);
            web.on("GET", "/users/me").withQuery("full", "true").answer(SECOND);

            assertThat(get("/users/me?full=true")).isEqualTo("first");
        }

        @Test
        void isZeroUnlessSaidOtherwise() {
            web.on("/{all*}").withPriority(-1).answer(FIRST);
            web.on("/{all*}").answer(SECOND);

            assertThat(get("/")).isEqualTo("second");
        }

        @Test
        void leavesTheLatestOfEqualOnesToAnswer() {
            web.on("/").withPriority(5).answer(FIRST);
            web.on("/").withPriority(5).answer(SECOND);

            assertThat(get("/")).isEqualTo("second");
        }

        @Test
        void leavesToOthersWhatItIsNotFor() {
            web.on("POST", "/").withPriority(5).answer(FIRST);
            web.on("GET", "/").answer(SECOND);

            assertThat(get("/")).isEqualTo("second");
        }

        @Test
        void isNamedByTheStub() {
            assertThat(web.on("GET", "/").withPriority(5).answer(FIRST)).hasToString("GET / at priority 5");
        }
    }

    @Nested
    class AnswersOnce {

        @Test
        void runOut() {
            web.on("GET", "/job").answerOnce(FIRST, SECOND);

            assertThat(IntStream.range(0, 3).mapToObj(i -> get("/job")))
                    .startsWith("first", "second")
                    .last()
                    .asString()
                    .startsWith("No stub answers GET /job; the nearest is GET /job,"
                            + " but the request comes after its last answer, number 2");
            assertThat(web.exchanges()).last().extracting(Exchange::source).isEqualTo(Exchange.Source.NOTHING);
        }

        @Test
        void leaveFurtherRequestsToOtherStubs() {
            web.on("/job").answer(SECOND);
            web.on("GET", "/job").answerOnce(FIRST);

            assertThat(Stream.of(get("/job"), get("/job"), get("/job"))).containsExactly("first", "second", "second");
        }

        @Test
        void areGivenOnceEachToManyAtATime() {
            Stub stub = web.on("GET", "/job").answerOnce(FIRST).then(SECOND);
            List<CompletableFuture<String>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> get("/job")))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join).filter(text -> !text.startsWith("No stub")))
                    .containsExactlyInAnyOrder("first", "second");
            assertThat(stub.calls()).isEqualTo(2);
        }
    }

    @Nested
    class FaultsBetweenAnswers {

        @Test
        void strikeInTheirTurn() {
            web.on("GET", "/job").answer(FIRST).then(HttpFault.status(503)).then(SECOND);

            assertThat(get("/job")).isEqualTo("first");
            assertThat(status("/job")).isEqualTo(503);
            assertThat(get("/job")).isEqualTo("second");
            assertThat(web.exchanges())
                    .extracting(Exchange::source)
                    .containsExactly(Exchange.Source.STUB, Exchange.Source.FAULT, Exchange.Source.STUB);
        }

        @Test
        void canComeFirst() {
            web.on("GET", "/job").answer(HttpFault.status(503)).then(FIRST);

            assertThat(status("/job")).isEqualTo(503);
            assertThat(get("/job")).isEqualTo("first");
        }

        @Test
        void letTheAnswerAfterThemThrough() {
            web.on("GET", "/job")
                    .answer(ConnectionFault.delay(Duration.ofMillis(1)))
                    .then(ConnectionFault.throttle(1_000_000))
                    .then(FIRST)
                    .then(SECOND);

            assertThat(Stream.of(get("/job"), get("/job"), get("/job"), get("/job")))
                    .containsExactly("first", "first", "first", "second");
        }

        @Test
        void letTheAnswerBeforeThemThroughIfNoneIsLeft() {
            web.on("GET", "/job").answer(FIRST).then(SECOND).then(ConnectionFault.delay(Duration.ofMillis(1)));

            assertThat(Stream.of(get("/job"), get("/job"), get("/job"), get("/job")))
                    .containsExactly("first", "second", "second", "second");
        }

        @Test
        void letNothingThroughIfThereIsNothing() {
            web.on("GET", "/job").answer(ConnectionFault.delay(Duration.ofMillis(1)));

            assertThat(status("/job")).isEqualTo(200);
        }
    }

    @Nested
    class Resources {

        @Test
        void areSentFromTheClassPath() throws IOException {
            web.serve("/", Response.resource("text/css", "/web-site/sub/style.css"));

            assertThat(get("/"))
                    .isEqualTo(new String(
                            getClass()
                                    .getResourceAsStream("/web-site/sub/style.css")
                                    .readAllBytes(),
                            StandardCharsets.UTF_8));
            assertThat(web.awaitRequest()).hasResponseHeader("Content-Type", "text/css");
        }

        @Test
        void areRefusedIfThereAreNone() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Response.resource("text/css", "style.css"))
                    .withMessage(
                            "No resource style.css on the class path; the name begins with a slash, such as /users.json");
        }
    }

    private String get(String path) {
        return Client.get(web.uri(path)).body();
    }

    private int status(String path) {
        return Client.get(web.uri(path)).statusCode();
    }
}

package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that cannot be made: the client is told so, the record says what it was told, and the test learns why. */
class FailedAnswerTests {

    private static final String TOLD = "500 the answer could not be made; the failure is on the timeline\n";

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void areThoseFromAFileThatIsNotThere() {
        web.serve("/", Response.file("text/plain", Path.of("/not", "there")));

        assertFailed("the handler of GET / failed: java.nio.file.NoSuchFileException: /not/there");
        assertThatThrownBy(web::verify)
                .isInstanceOf(AssertionError.class)
                .satisfies(error -> assertThat(error.getSuppressed()).hasOnlyElementsOfType(NoSuchFileException.class));
    }

    @Test
    void areThoseFromAStreamThatCannotBeOpened() {
        web.serve("/", Response.stream("text/plain", () -> {
            throw new IllegalStateException("no stream");
        }));

        assertFailed("the handler of GET / failed: java.lang.IllegalStateException: no stream");
    }

    @Test
    void areThoseForWhichAConditionFails() {
        web.on("/")
                .with("that fails", request -> {
                    throw new IllegalStateException("no condition");
                })
                .answer(Response.ok());

        assertFailed("the handler of GET / failed: java.lang.IllegalStateException: no condition");
    }

    @Test
    void areThoseWithMoreHeaderFieldsThanCanBeSent() {
        web.serve("/", Response.ok().withHeader("X", "x".repeat(1 << 20)));

        assertFailed(
                "the handler of GET / failed: java.lang.IllegalStateException: The header fields of the answer have"
                        + " 1048637 bytes, of which 1048576 can be sent");
    }

    @Test
    void haveManyHeaderFieldsThatCanBeSent() {
        web.serve("/", Response.text("x").withHeader("X", "x".repeat(100_000)));

        assertThat(Client.get(web.uri("/")).body()).isEqualTo("x");
    }

    @Test
    void areBrokenOffWhenTheirContentBreaksOff() throws IOException {
        web.serve("/", Response.stream("text/plain", Breaking::new));
        try (RawClient client = RawClient.to(web.http())) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").readTo("abc"))
                    .startsWith("HTTP/1.1 200 OK");
            client.awaitEnd();
        }
        web.awaitRequest();
        assertThat(web.problems()).containsExactly("the handler of GET / failed: java.io.IOException: broken");
    }

    private void assertFailed(String problem) {
        HttpResponse<String> response = Client.get(web.uri("/"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo(TOLD);
        Exchange exchange = web.awaitRequest();
        assertThat(exchange).hasStatus(500).responseBody().isEqualTo(TOLD);
        assertThat(web.problems()).contains(problem);
    }

    /** Content of which some can be read. */
    private static final class Breaking extends InputStream {

        private boolean isRead;

        @Override
        public int read() {
            throw new UnsupportedOperationException("Read several");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("broken");
        }

        @Override
        public byte[] readNBytes(int length) throws IOException {
            if (isRead) {
                throw new IOException("broken");
            }
            isRead = true;
            return new byte[] {'a', 'b', 'c'};
        }
    }
}

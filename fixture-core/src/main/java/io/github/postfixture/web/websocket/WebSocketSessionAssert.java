package io.github.postfixture.web.websocket;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.json.Json;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.Optional;

/** Assertions on a {@link WebSocketSession}; they wait, at most as long as its server's timeout. */
public class WebSocketSessionAssert extends AbstractExplainedAssert<WebSocketSessionAssert, WebSocketSession> {

    WebSocketSessionAssert(WebSocketSession actual) {
        super(actual, WebSocketSessionAssert.class);
    }

    /** Verify that the next messages of the client that no await has returned are these texts. */
    public WebSocketSessionAssert receives(String... texts) {
        for (String text : texts) {
            WebSocketMessage next = session().awaitMessage();
            if (!next.isText() || !next.text().equals(text)) {
                throw unexpected(text, next);
            }
        }
        return this;
    }

    /** Verify that the next message of the client is this JSON, whatever the order of members and the white space. */
    public WebSocketSessionAssert receivesJson(String json) {
        WebSocketMessage next = session().awaitMessage();
        Json expected = Json.parse(json);
        difference(expected, next).ifPresent(instead -> {
            throw failing(FailureMessage.expected("the next message to be the JSON " + expected, instead)
                    .with("It was:\n  " + next.text()));
        });
        return this;
    }

    private static Optional<String> difference(Json expected, WebSocketMessage message) {
        try {
            return Json.parse(message.text()).differenceFrom(expected);
        } catch (IllegalArgumentException e) {
            return Optional.of("it is " + e.getMessage());
        }
    }

    /** Verify that no message comes for this long but what an await has returned. Fail at once when one does. */
    public WebSocketSessionAssert receivesNothingFor(Duration time) {
        Optional<WebSocketMessage> next = session().watch(time);
        if (next.isPresent()) {
            throw failing("no message for " + InWords.of(time), "one came: " + next.get());
        }
        return this;
    }

    /** Verify that it gets closed, by whomever, with this code (RFC 6455 section 7.4.1). */
    public WebSocketSessionAssert isClosedWith(int code) {
        WebSocketClose close = session().awaitClose();
        if (close.code() != code) {
            throw notClosedWith(code, close, close.code());
        }
        return this;
    }

    /** Verify that it gets closed, by whomever, with this code and this reason. */
    public WebSocketSessionAssert isClosedWith(int code, String reason) {
        WebSocketClose expected = new WebSocketClose(code, reason);
        WebSocketClose close = session().awaitClose();
        if (!close.equals(expected)) {
            throw notClosedWith(expected, close, close);
        }
        return this;
    }

    private WebSocketSession session() {
        isNotNull();
        return actual;
    }

    private String log() {
        String log = actual.describe();
        return Character.toUpperCase(log.charAt(0)) + log.substring(1);
    }

    private AssertionError notClosedWith(Object expected, WebSocketClose close, Object found) {
        return failing(
                FailureMessage.expected("the session to be closed with " + expected, "it was with " + close)
                        .with(log()),
                expected,
                found);
    }

    private AssertionError unexpected(String expected, WebSocketMessage next) {
        return failing(
                FailureMessage.differing("the next message", expected, next.isText() ? next.text() : next)
                        .with(log()),
                expected,
                next.text());
    }
}

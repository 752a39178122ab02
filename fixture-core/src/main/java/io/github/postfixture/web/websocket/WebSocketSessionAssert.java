package io.github.postfixture.web.websocket;

import io.github.postfixture.json.Json;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a {@link WebSocketSession}; they wait, at most as long as its server's timeout. */
public class WebSocketSessionAssert extends AbstractAssert<WebSocketSessionAssert, WebSocketSession> {

    WebSocketSessionAssert(WebSocketSession actual) {
        super(actual, WebSocketSessionAssert.class);
    }

    /** Verify that the next messages of the client that no await has returned are these texts. */
    public WebSocketSessionAssert receives(String... texts) {
        for (String text : texts) {
            WebSocketMessage next = session().awaitMessage();
            if (!next.isText() || !next.text().equals(text)) {
                throw unexpected("\"" + text + "\"", next);
            }
        }
        return this;
    }

    /** Verify that the next message of the client is this JSON, whatever the order of members and the white space. */
    public WebSocketSessionAssert receivesJson(String json) {
        WebSocketMessage next = session().awaitMessage();
        Json expected = Json.parse(json);
        Optional<String> difference = Json.parse(next.text()).differenceFrom(expected);
        if (difference.isPresent()) {
            throw failure(
                    "%nExpecting:%n  %s%nto receive JSON:%n  %s%nbut in%n  %s%n%s",
                    actual, expected, next, difference.get());
        }
        return this;
    }

    /** Verify that no message comes for this long but what an await has returned. Fail at once when one does. */
    public WebSocketSessionAssert receivesNothingFor(Duration time) {
        Optional<WebSocketMessage> next = session().watch(time);
        if (next.isPresent()) {
            throw failure(
                    "%nExpecting:%n  %s%nto receive nothing for:%n  %s%nbut it received:%n  %s",
                    actual, InWords.of(time), next.get());
        }
        return this;
    }

    /** Verify that it gets closed, by whomever, with this code (RFC 6455 section 7.4.1). */
    public WebSocketSessionAssert isClosedWith(int code) {
        WebSocketClose close = session().awaitClose();
        if (close.code() != code) {
            throw failureWithActualExpected(
                    close.code(),
                    code,
                    "%nExpecting:%n  %s%nto be closed with:%n  %s%nbut it was with:%n  %s; %s",
                    actual,
                    code,
                    close,
                    actual.describe());
        }
        return this;
    }

    /** Verify that it gets closed, by whomever, with this code and this reason. */
    public WebSocketSessionAssert isClosedWith(int code, String reason) {
        WebSocketClose expected = new WebSocketClose(code, reason);
        WebSocketClose close = session().awaitClose();
        if (!close.equals(expected)) {
            throw failureWithActualExpected(
                    close,
                    expected,
                    "%nExpecting:%n  %s%nto be closed with:%n  %s%nbut it was with:%n  %s; %s",
                    actual,
                    expected,
                    close,
                    actual.describe());
        }
        return this;
    }

    private WebSocketSession session() {
        isNotNull();
        return actual;
    }

    private AssertionError unexpected(String expected, WebSocketMessage next) {
        return failureWithActualExpected(
                next.text(),
                expected,
                "%nExpecting:%n  %s%nto receive:%n  %s%nbut it received:%n  %s; %s",
                actual,
                expected,
                next,
                actual.describe());
    }
}

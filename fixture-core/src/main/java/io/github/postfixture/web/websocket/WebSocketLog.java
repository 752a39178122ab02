package io.github.postfixture.web.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What went to and fro over a WebSocket, in order. Safe for use by several threads. */
final class WebSocketLog {

    private static final int MOST_LINES = 40;

    private final List<WebSocketMessage> messages = new ArrayList<>();

    synchronized void add(WebSocketMessage message) {
        messages.add(message);
    }

    synchronized List<WebSocketMessage> messages() {
        return List.copyOf(messages);
    }

    /** Return the last messages, a line each, after a few words. */
    @Override
    public synchronized String toString() {
        List<WebSocketMessage> last = messages.subList(Math.max(0, messages.size() - MOST_LINES), messages.size());
        return messages.isEmpty()
                ? "there are no messages"
                : last.stream()
                        .map(WebSocketMessage::toString)
                        .collect(Collectors.joining("\n  ", "the messages are:\n  ", ""));
    }
}

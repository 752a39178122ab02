package io.github.postfixture.web.jetty;

import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.WebSocketConnection;
import io.github.postfixture.web.engine.WebSocketEndpoint;
import io.github.postfixture.web.engine.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/** Passes on what the client of a WebSocket sends, message by message, and asks for the next when one is dealt with. */
final class WebSocketFrameHandler implements FrameHandler {

    private static final int FRAME_COST = 64;

    private final RoutedEndPoint endPoint;
    private final WebSocketEndpoint webSocket;
    private final long most;
    private volatile @Nullable CoreSession session;
    private long received;
    private Octets.Collector message = new Octets.Collector();
    private WebSocketFrame.Kind kind = WebSocketFrame.Kind.TEXT;

    WebSocketFrameHandler(RoutedEndPoint endPoint, WebSocketEndpoint webSocket) {
        this.endPoint = endPoint;
        this.webSocket = webSocket;
        most = endPoint.routing().settings().keptBody();
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        WebSocketConnection connection = new JettyWebSocketConnection(opened, endPoint);
        endPoint.atClose().add(() -> connection.send(WebSocketFrame.close(CloseStatus.SHUTDOWN, "")));
        callback.succeeded();
        inTurn(() -> webSocket.open(connection));
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        try {
            take(frame, callback);
        } catch (RuntimeException bad) {
            callback.failed(bad);
        }
    }

    private void take(Frame frame, Callback callback) {
        Octets payload = copy(frame.getPayload());
        bound(payload.length());
        switch (frame.getOpCode()) {
            case OpCode.PING -> pass(new WebSocketFrame(WebSocketFrame.Kind.PING, payload), callback);
            case OpCode.PONG -> pass(new WebSocketFrame(WebSocketFrame.Kind.PONG, payload), callback);
            case OpCode.CLOSE -> pass(new WebSocketFrame(WebSocketFrame.Kind.CLOSE, payload), callback);
            default -> collect(frame, payload, callback);
        }
    }

    /** Keep no more than the terms allow, of long messages and of many. */
    private void bound(long length) {
        received += length + FRAME_COST;
        if (received > most) {
            throw new MessageTooLargeException("More than " + most + " bytes in all");
        }
    }

    private void collect(Frame frame, Octets payload, Callback callback) {
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            kind = frame.getOpCode() == OpCode.TEXT ? WebSocketFrame.Kind.TEXT : WebSocketFrame.Kind.BINARY;
            message = new Octets.Collector();
        }
        byte[] bytes = payload.toByteArray();
        message.add(bytes, 0, bytes.length);
        if (frame.isFin()) {
            pass(new WebSocketFrame(kind, checked(message.collected())), callback);
        } else {
            callback.succeeded();
            demand();
        }
    }

    private Octets checked(Octets whole) {
        if (kind == WebSocketFrame.Kind.TEXT) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(whole.toByteArray()));
            } catch (CharacterCodingException e) {
                throw new BadPayloadException("Invalid UTF-8", e);
            }
        }
        return whole;
    }

    /** Hand a frame over before it is answered, and ask for the next when it is dealt with. */
    private void pass(WebSocketFrame frame, Callback callback) {
        inTurn(() -> {
            webSocket.receive(frame);
            callback.succeeded();
        });
    }

    private void inTurn(Runnable turn) {
        Workers.shared().execute(() -> {
            turn.run();
            demand();
        });
    }

    private void demand() {
        CoreSession open = session;
        if (open != null && open.isInputOpen()) {
            open.demand();
        }
    }

    private static Octets copy(@Nullable ByteBuffer payload) {
        byte[] bytes = new byte[payload == null ? 0 : payload.remaining()];
        if (payload != null) {
            payload.slice().get(bytes);
        }
        return Octets.of(bytes);
    }

    @Override
    public void onError(Throwable failure, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
        webSocket.end(status.getCode(), status.getReason() == null ? "" : status.getReason());
    }
}

package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.WebSocketConnection;
import io.github.postfixture.web.engine.WebSocketFrame;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** The connection to the client of a WebSocket, by Jetty. */
record JettyWebSocketConnection(CoreSession session, RoutedEndPoint endPoint) implements WebSocketConnection {

    @Override
    public void send(WebSocketFrame frame) {
        session.sendFrame(
                new Frame(opCode(frame.kind()), ByteBuffer.wrap(frame.payload().toByteArray())), Callback.NOOP, false);
    }

    private static byte opCode(WebSocketFrame.Kind kind) {
        return switch (kind) {
            case TEXT -> OpCode.TEXT;
            case BINARY -> OpCode.BINARY;
            case PING -> OpCode.PING;
            case PONG -> OpCode.PONG;
            case CLOSE -> OpCode.CLOSE;
        };
    }

    @Override
    public void breakOff() {
        endPoint.breakOff();
    }
}

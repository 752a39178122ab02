package io.github.postfixture.web.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** Sends over Jetty's end of a WebSocket. */
record CoreWire(CoreSession session, RouteEndPoint endPoint) implements Wire {

    @Override
    public void send(WireFrame frame) {
        session.sendFrame(
                new Frame(opCode(frame.kind()), ByteBuffer.wrap(frame.payload().toByteArray())), Callback.NOOP, false);
    }

    private static byte opCode(WireFrame.Kind kind) {
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

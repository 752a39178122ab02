package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import io.github.postfixture.net.Workers;
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
final class Talking implements FrameHandler {

    private static final int FRAME_COST = 64;

    private final RouteEndPoint endPoint;
    private final Talk talk;
    private final long most;
    private volatile @Nullable CoreSession session;
    private long received;
    private Octets.Collector message = new Octets.Collector();
    private WireFrame.Kind kind = WireFrame.Kind.TEXT;

    Talking(RouteEndPoint endPoint, Talk talk) {
        this.endPoint = endPoint;
        this.talk = talk;
        most = endPoint.route().terms().keptBody();
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        Wire wire = new CoreWire(opened, endPoint);
        endPoint.atClose().add(() -> wire.send(WireFrame.close(CloseStatus.SHUTDOWN, "")));
        callback.succeeded();
        inTurn(() -> talk.open(wire));
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
            case OpCode.PING -> pass(new WireFrame(WireFrame.Kind.PING, payload), callback);
            case OpCode.PONG -> pass(new WireFrame(WireFrame.Kind.PONG, payload), callback);
            case OpCode.CLOSE -> pass(new WireFrame(WireFrame.Kind.CLOSE, payload), callback);
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
            kind = frame.getOpCode() == OpCode.TEXT ? WireFrame.Kind.TEXT : WireFrame.Kind.BINARY;
            message = new Octets.Collector();
        }
        byte[] bytes = payload.toByteArray();
        message.add(bytes, 0, bytes.length);
        if (frame.isFin()) {
            pass(new WireFrame(kind, checked(message.collected())), callback);
        } else {
            callback.succeeded();
            demand();
        }
    }

    private Octets checked(Octets whole) {
        if (kind == WireFrame.Kind.TEXT) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(whole.toByteArray()));
            } catch (CharacterCodingException e) {
                throw new BadPayloadException("Invalid UTF-8", e);
            }
        }
        return whole;
    }

    /** Hand a frame over before it is answered, and ask for the next when it is dealt with. */
    private void pass(WireFrame frame, Callback callback) {
        inTurn(() -> {
            talk.receive(frame);
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
        talk.end(status.getCode(), status.getReason() == null ? "" : status.getReason());
    }
}

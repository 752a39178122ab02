package io.github.postfixture.web.fault;

import io.github.postfixture.fault.ConnectionEffects;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.HandshakeReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the faults of a connection come to where a TLS handshake is to begin; nothing for those of an answer's content. */
final class HandshakeEffects implements ConnectionEffects<Optional<UnaryOperator<HandshakeReply>>> {

    static final HandshakeEffects EFFECTS = new HandshakeEffects();

    private HandshakeEffects() {}

    @Override
    public Optional<UnaryOperator<HandshakeReply>> delay(Duration duration) {
        return Optional.of(ordinary -> new HandshakeReply.Delayed(duration, ordinary));
    }

    @Override
    public Optional<UnaryOperator<HandshakeReply>> stall() {
        return replaced(new HandshakeReply.Stall());
    }

    @Override
    public Optional<UnaryOperator<HandshakeReply>> throttle(int bytesPerSecond) {
        return Optional.empty();
    }

    @Override
    public Optional<UnaryOperator<HandshakeReply>> garbage(String text) {
        return replaced(new HandshakeReply.Garbage(Octets.of(text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Override
    public Optional<UnaryOperator<HandshakeReply>> disconnect() {
        return replaced(new HandshakeReply.Disconnect());
    }

    @Override
    public Optional<UnaryOperator<HandshakeReply>> disconnectAfter(long bytes) {
        return Optional.empty();
    }

    @Override
    public Optional<UnaryOperator<HandshakeReply>> reset() {
        return replaced(new HandshakeReply.Reset());
    }

    @Override
    public Optional<UnaryOperator<HandshakeReply>> run(Runnable action) {
        return Optional.of(ordinary -> new HandshakeReply.Work(action, ordinary));
    }

    private static Optional<UnaryOperator<HandshakeReply>> replaced(HandshakeReply reply) {
        return Optional.of(ordinary -> reply);
    }
}

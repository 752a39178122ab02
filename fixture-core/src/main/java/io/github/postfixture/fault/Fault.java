package io.github.postfixture.fault;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Misbehaviour of a server on purpose; a {@link FaultPoint} says where it strikes, and how often. A {@link ConnectionFault}
 * can strike on every protocol, any other on its own. Made by factory methods, and not meant to be implemented. Immutable.
 *
 * @param <P> the faults of the protocol on which it can strike; {@link Object} on every protocol
 */
public interface Fault<P> {

    /**
     * Return why it has no effect at a command, if it has none.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    default Optional<String> objectionAt(String command) {
        return Optional.empty();
    }

    /**
     * Refuse to strike where it would have no effect.
     *
     * @throws IllegalArgumentException if it has none at that command; it says why
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    default void requireEffectAt(String command) {
        objectionAt(command).ifPresent(reason -> {
            throw new IllegalArgumentException("fault (" + this + ") has no effect at " + command + ": " + reason);
        });
    }
}

package io.github.postfixture.fault;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What each fault of a connection comes to, for those who speak a protocol to implement.
 *
 * @param <R> an effect
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public interface ConnectionEffects<R> {

    /** Return what lets some time pass before the answer. */
    R delay(Duration duration);

    /** Return what says nothing any more. */
    R stall();

    /** Return what lets so many bytes a second leave. */
    R throttle(int bytesPerSecond);

    /** Return what sends something that nobody asked for, each character as one byte (ISO 8859-1). */
    R garbage(String text);

    /** Return what closes the connection instead of answering. */
    R disconnect();

    /** Return what ends the connection after so many more bytes. */
    R disconnectAfter(long bytes);

    /** Return what breaks the connection, so that the client sees a reset. */
    R reset();

    /** Return what does something before the answer. */
    R run(Runnable action);
}

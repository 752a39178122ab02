package io.github.postfixture.timeline;

import io.github.postfixture.explanation.Printable;
import org.apiguardian.api.API;

/**
 * A connection that something in this JVM began while a test ran, to what is no server of a fixture.
 *
 * @param destination where to, such as {@code 127.0.0.1:25}
 * @param thread the name of the thread that began it
 * @param place the line of the application, as the end of a sentence; empty if there is none
 * @param forMail whether it is one to hand over mail, by who began it or by its port
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record OutgoingConnection(String destination, String thread, String place, boolean forMail) {

    /** Return who connected where, in one line. */
    @Override
    public String toString() {
        return Printable.line("thread \"" + thread + "\" connects to " + destination + place);
    }
}

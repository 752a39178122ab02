package io.github.postfixture.timeline;

import org.apiguardian.api.API;

/**
 * Something that came too late for its test, and so stands on the timeline of a later one.
 *
 * @param detail what came
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record LateEvent(Object detail) {

    /** Return what came late; a late event stays one, however late. */
    public static LateEvent of(Object detail) {
        return detail instanceof LateEvent late ? late : new LateEvent(detail);
    }

    @Override
    public String toString() {
        return "from an earlier test: " + detail;
    }
}

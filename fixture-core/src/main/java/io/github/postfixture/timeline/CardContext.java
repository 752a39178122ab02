package io.github.postfixture.timeline;

import io.github.postfixture.html.Markup;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What a card is told about the report that it stands in.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface CardContext {

    /** Return the id of the card, which no other has. */
    String id();

    /**
     * Return where a file of the card lies, seen from the page.
     *
     * @param suffix that of one of its {@link EventCard#files()}
     */
    String address(String suffix);

    /** Return a link to the card of what was found at an address; nothing if nobody looked there. */
    Markup linkTo(String location);

    /** Return when something happened, by {@link System#nanoTime()}, on the clock of the timeline. */
    Duration timeOf(long nanoTime);
}

package io.github.postfixture.timeline;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.TabPanes.Pane;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * How a report shows the detail of an event: a line that opens, panes below it, and files beside the page. Whatever comes
 * is shown in the same way, so that a report knows no kind of detail. Made when a report is written, and read once for
 * its files and once for the page.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface EventCard {

    /** Return the section of the page that it belongs to. */
    CardSection section();

    /** Return the number by which failures and timelines name it; without one, its place in its section counts. */
    default OptionalInt number() {
        return OptionalInt.empty();
    }

    /** Return a word that stands in front of the title, such as {@code #3} or {@code GET}. */
    String label();

    /** Return what it is, in one line. */
    String title();

    /** Return the address that was looked at, if it is about one, so that links to it can lead here. */
    default Optional<String> location() {
        return Optional.empty();
    }

    /** Return what stands beside the title, such as the status of a response. */
    default Markup facts() {
        return Markup.NONE;
    }

    /** Return the HTML that a person is to see, if it is about some: a document that loads nothing. */
    default Optional<String> document() {
        return Optional.empty();
    }

    /** Return what is shown when it is open; the first pane is in front. */
    List<Pane> panes(CardContext context);

    /** Return its files. */
    List<CardFile> files();

    /** Return 0 if the files are complete, and else a number that is another one once they say more than before. */
    default long version() {
        return 0;
    }
}

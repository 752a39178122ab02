package io.github.postfixture.mail.message;

import io.github.postfixture.html.Markup;
import io.github.postfixture.page.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The links of a mail as a table: what a reader sees, where it leads, and what came of that.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class MailLinks {

    private static final int MOST_LINKS = 200;

    private MailLinks() {}

    /**
     * Return the table; nothing if there are no links.
     *
     * @param visited gives what is known of a visit to an address
     */
    public static Optional<Markup> of(ReceivedMail mail, Function<String, Markup> visited) {
        List<Link> links = mail.hasHtml() || mail.hasText() ? mail.links() : List.of();
        return links.isEmpty() ? Optional.empty() : Optional.of(table(links, visited));
    }

    private static Markup table(List<Link> links, Function<String, Markup> visited) {
        Markup rows = Markup.of(links.stream().limit(MOST_LINKS).map(link -> row(link, visited)));
        Markup head = Markup.element("thead")
                .holding(Markup.element("tr")
                        .holding(Markup.of(Stream.of("Text", "Address", "Visited")
                                .map(title -> Markup.element("th")
                                        .with("scope", "col")
                                        .text(title)))));
        return Markup.element("div", "scroll")
                .holding(Markup.element("table")
                        .holding(head, Markup.element("tbody").holding(rows)));
    }

    private static Markup row(Link link, Function<String, Markup> visited) {
        String address = link.uri().toString();
        return Markup.element("tr")
                .holding(
                        Markup.element("td").text(link.text()),
                        Markup.element("td").text(address),
                        Markup.element("td").holding(visited.apply(address)));
    }
}

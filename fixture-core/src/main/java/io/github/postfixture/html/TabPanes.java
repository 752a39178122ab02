package io.github.postfixture.html;

import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/** Panes of which one is shown at a time, without a script: the style sheet looks at radio buttons. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TabPanes {

    private TabPanes() {}

    /**
     * A pane under its tab.
     *
     * @param title the text of the tab
     */
    public record Pane(String title, Markup content) {}

    /**
     * Return the panes, of which the first is shown; there may be nine.
     *
     * @param id told apart from all other tabs of the page by this
     */
    public static Markup of(String id, List<Pane> panes) {
        return Markup.element("div", "tabs")
                .holding(
                        Markup.of(IntStream.range(0, panes.size())
                                .mapToObj(
                                        place -> tab(id, place, panes.get(place).title()))),
                        Markup.of(IntStream.range(0, panes.size())
                                .mapToObj(place -> Markup.element("div", "pane p" + place)
                                        .holding(panes.get(place).content()))));
    }

    private static Markup tab(String id, int place, String title) {
        String button = id + "-" + place;
        return Markup.of(
                Markup.element("input", "t" + place)
                        .with("type", "radio")
                        .with("name", id)
                        .with("id", button)
                        .flag("checked", place == 0)
                        .alone(),
                Markup.element("label").with("for", button).text(title));
    }
}

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
     * @param words what a sentence about it says, such as {@code header}
     */
    public record Pane(String title, Markup content, List<String> words) {

        public Pane {
            words = List.copyOf(words);
        }

        /** Describe a pane of which no sentence speaks. */
        public Pane(String title, Markup content) {
            this(title, content, List.of());
        }

        /** Return the same with words that a sentence about it says. */
        public Pane about(String... these) {
            return new Pane(title, content, List.of(these));
        }

        private boolean isMeantBy(String sentence) {
            return words.stream().anyMatch(sentence::contains);
        }
    }

    /**
     * Return the panes, of which the first is shown; there may be nine.
     *
     * @param id told apart from all other tabs of the page by this
     */
    public static Markup of(String id, List<Pane> panes) {
        return of(id, panes, "");
    }

    /**
     * Return the panes, of which that is shown which a sentence is about, or else the first; there may be nine.
     *
     * @param id told apart from all other tabs of the page by this
     */
    public static Markup of(String id, List<Pane> panes, String sentence) {
        int front = IntStream.range(0, panes.size())
                .filter(place -> panes.get(place).isMeantBy(sentence))
                .findFirst()
                .orElse(0);
        return Markup.element("div", "tabs")
                .holding(
                        Markup.of(IntStream.range(0, panes.size())
                                .mapToObj(
                                        place -> tab(id, place, panes.get(place).title(), place == front))),
                        Markup.of(IntStream.range(0, panes.size())
                                .mapToObj(place -> Markup.element("div", "pane p" + place)
                                        .holding(panes.get(place).content()))));
    }

    private static Markup tab(String id, int place, String title, boolean front) {
        String button = id + "-" + place;
        return Markup.of(
                Markup.element("input", "t" + place)
                        .with("type", "radio")
                        .with("name", id)
                        .with("id", button)
                        .flag("checked", front)
                        .alone(),
                Markup.element("label").with("for", button).text(title));
    }
}

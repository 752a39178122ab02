package io.github.postfixture.junit5.report;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.TabPanes;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.EventCard;
import java.util.List;

/** The card of an event, and the name that its report has given it. */
final class ReportCard implements CardContext {

    private final EventCard card;
    private final String name;

    ReportCard(EventCard card, String name) {
        this.card = card;
        this.name = name;
    }

    EventCard card() {
        return card;
    }

    CardSection section() {
        return card.section();
    }

    @Override
    public String id() {
        return section().folder() + "-" + name;
    }

    @Override
    public String address(String suffix) {
        return section().folder() + "/" + name + suffix;
    }

    /** Return where its first file lies, seen from the page. */
    String address() {
        return address(card.files().get(0).suffix());
    }

    Markup render(boolean open) {
        return Markup.element("details", "card " + section().folder())
                .with("id", id())
                .flag("open", open)
                .holding(summary(), content(), files());
    }

    private Markup summary() {
        return Markup.element("summary")
                .holding(
                        Markup.element("span", "label").text(card.label()),
                        Markup.element("span", "subject").text(card.title()),
                        card.facts());
    }

    private Markup content() {
        List<Pane> panes = card.panes(this);
        return panes.size() == 1
                ? Markup.element("div", "pane alone").holding(panes.get(0).content())
                : TabPanes.of(id(), panes);
    }

    private Markup files() {
        List<Markup> links = card.files().stream()
                .map(file -> address(file.suffix()))
                .map(file -> Markup.element("a").with("href", file).text(file))
                .toList();
        return Markup.element("p", "files").holding(Markup.spaced(links));
    }
}

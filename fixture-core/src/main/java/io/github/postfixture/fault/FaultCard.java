package io.github.postfixture.fault;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.NameValueTable;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardFile;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.EventCard;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A scripted fault in a report. */
record FaultCard(FaultUse use) implements EventCard {

    private static final CardSection FAULTS = new CardSection("faults", "Faults");

    @Override
    public CardSection section() {
        return FAULTS;
    }

    @Override
    public OptionalInt number() {
        return OptionalInt.of(use.number());
    }

    @Override
    public String label() {
        return "#" + use.number();
    }

    @Override
    public String title() {
        return use.fault() + " at " + use.place();
    }

    @Override
    public Markup facts() {
        return Markup.element("span", "people").text(use.struck() + ", " + use.next());
    }

    @Override
    public List<Pane> panes(CardContext context) {
        return List.of(new Pane(
                "Fault",
                NameValueTable.of(List.of(
                        Map.entry("What strikes", use.fault()),
                        Map.entry("Where", use.place()),
                        Map.entry("How often", use.occurrence().toString()),
                        Map.entry("So far", use.struck()),
                        Map.entry("From here on", use.next())))));
    }

    @Override
    public List<CardFile> files() {
        return List.of(CardFile.text(".txt", () -> use.line() + "\n"));
    }
}

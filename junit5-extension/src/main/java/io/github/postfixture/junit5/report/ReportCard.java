package io.github.postfixture.junit5.report;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.html.Markup;
import io.github.postfixture.html.TabPanes;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.junit5.report.HtmlPictures.Picture;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The card of an event, and the name that its report has given it. */
final class ReportCard implements CardContext {

    private final Event event;
    private final EventCard card;
    private final String name;
    private final ReportCards all;

    ReportCard(Event event, EventCard card, String name, ReportCards all) {
        this.event = event;
        this.card = card;
        this.name = name;
        this.all = all;
    }

    /** Return whether it is about something that the servers saw, and not of what there is in the end or went wrong elsewhere. */
    boolean isHappening() {
        return event.detail() instanceof EventDetail detail && detail.isHappening() && !detail.isProblem();
    }

    /** Return whether a failure shows the subject that this is about. */
    boolean isShownIn(String failure) {
        return failure.contains(Printable.line(event.detail()));
    }

    @Override
    public Markup linkTo(String location) {
        return all.at(location).map(ReportCard::link).orElse(Markup.NONE);
    }

    /** Return a link to this card. */
    Markup link() {
        return Markup.of(
                Markup.element("a").with("href", all.address(this)).text(card.label() + " " + card.title()),
                Markup.text(" "),
                card.facts());
    }

    @Override
    public Duration timeOf(long nanoTime) {
        return all.timeOf(nanoTime);
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

    /**
     * Return the card.
     *
     * @param named whether the failure names it
     * @param sentence what the failure says first, by which that is in front which it is about; empty if there is none
     */
    Markup render(boolean open, boolean named, String sentence) {
        return Markup.element("details", named ? "card named" : "card")
                .with("id", id())
                .flag("open", open)
                .holding(summary(named), content(named ? sentence : ""), files());
    }

    private Markup summary(boolean named) {
        Markup mark = named ? Markup.element("span", "mark").text("in the failure") : Markup.NONE;
        return Markup.element("summary")
                .holding(Markup.spaced(List.of(
                        Markup.element("span", "label").text(card.label()),
                        Markup.element("span", "subject").text(card.title()),
                        card.facts(),
                        mark)));
    }

    private Markup content(String sentence) {
        List<Pane> panes = new ArrayList<>(card.panes(this));
        List<Picture> pictures = all.picturesOf(card);
        if (!pictures.isEmpty()) {
            panes.add(new Pane("Pictures", pictures(pictures)));
        }
        return panes.size() == 1
                ? Markup.element("div", "pane alone").holding(panes.get(0).content())
                : TabPanes.of(id(), panes, sentence);
    }

    private static Markup pictures(List<Picture> pictures) {
        return Markup.element("div", "pictures")
                .holding(Markup.of(pictures.stream().map(ReportCard::figure)));
    }

    private static Markup figure(Picture picture) {
        String title = picture.width().title();
        Markup image = Markup.element("img")
                .with("alt", "The mail as shown by a browser: " + title)
                .with("src", "data:image/png;base64," + picture.png())
                .alone();
        return Markup.element("figure")
                .holding(image, Markup.element("figcaption").text(title));
    }

    private Markup files() {
        List<Markup> links = card.files().stream()
                .map(file -> address(file.suffix()))
                .map(file -> Markup.element("a").with("href", file).text(file))
                .toList();
        return Markup.element("p", "files").holding(Markup.spaced(links));
    }
}

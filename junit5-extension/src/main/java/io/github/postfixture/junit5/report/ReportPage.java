package io.github.postfixture.junit5.report;

import static io.github.postfixture.html.Markup.element;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.PreformattedText;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Digest;
import io.github.postfixture.timeline.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The page of a report: it runs no script and loads nothing. */
final class ReportPage {

    private static final int FIRST_CARDS = 50;
    private static final int LAST_CARDS = 200;
    private static final int MOST_EVENTS = 5_000;

    private final Instant began;
    private final List<Event> events;
    private final ReportCards cards;
    private final Set<ReportCard> shown = new HashSet<>();

    ReportPage(Instant began, List<Event> events, ReportCards cards) {
        this.began = began;
        this.events = events;
        this.cards = cards;
        cards.sections().values().stream().flatMap(ReportPage::shown).forEach(shown::add);
    }

    String render(String test, String failure) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
            style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            %s
            <main>
            %s
            %s
            </main>
            </body>
            </html>
            """.formatted(Markup.text(test), style(), header(test, failure), sections(), timeline());
    }

    private Markup header(String test, String failure) {
        return element("header")
                .holding(
                        element("p", "brand").text("Postfixture"),
                        element("h1").text(test),
                        element("p", "facts").text("Began at " + began),
                        navigation(),
                        failure.isEmpty() ? Markup.NONE : failure(failure));
    }

    private Markup navigation() {
        Stream<Markup> links = cards.sections().entrySet().stream()
                .map(section -> link(
                        section.getKey().folder(),
                        section.getKey().title(),
                        section.getValue().size()));
        return element("nav")
                .with("aria-label", "Sections")
                .holding(Markup.of(Stream.concat(links, Stream.of(link("timeline", "Timeline", events.size())))));
    }

    private static Markup link(String id, String title, int count) {
        return element("a")
                .with("href", "#" + id)
                .holding(Markup.text(title + " "), element("b").text(Integer.toString(count)));
    }

    private static Markup failure(String failure) {
        return element("details", "failure")
                .flag("open", true)
                .holding(element("summary").text("Failure"), PreformattedText.of(failure));
    }

    private Markup sections() {
        return element("div", "sections")
                .holding(Markup.of(cards.sections().entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))));
    }

    /** Show the first and the last whole; a page with thousands of them would be of no use. */
    private static Markup section(CardSection section, List<ReportCard> cards) {
        int left = Math.max(0, cards.size() - FIRST_CARDS - LAST_CARDS);
        Markup note = left == 0
                ? Markup.NONE
                : element("p", "note").text(left + " more are in the folder " + section.folder() + ".");
        return element("section")
                .with("id", section.folder())
                .holding(
                        element("h2").text(section.title()),
                        Markup.of(first(cards).map(card -> card.render(false))),
                        note,
                        Markup.of(last(cards).map(card -> card.render(false))));
    }

    private static Stream<ReportCard> shown(List<ReportCard> cards) {
        return Stream.concat(first(cards), last(cards));
    }

    private static Stream<ReportCard> first(List<ReportCard> cards) {
        return cards.stream().limit(FIRST_CARDS);
    }

    private static Stream<ReportCard> last(List<ReportCard> cards) {
        return cards.stream().skip(Math.max(FIRST_CARDS, cards.size() - LAST_CARDS));
    }

    private Markup timeline() {
        Stream<Markup> lines = Digest.of(events, MOST_EVENTS).stream().map(this::line);
        return element("section")
                .with("id", "timeline")
                .holding(element("h2").text("Timeline"), element("ol").holding(Markup.of(lines)));
    }

    private Markup line(Digest.Line line) {
        return line instanceof Digest.Shown shownLine
                ? line(shownLine.event())
                : element("li", "note").text(line + "; timeline.txt has them");
    }

    private Markup line(Event event) {
        String at = String.format(Locale.ROOT, "%.3f s", event.at().toNanos() / 1e9);
        return element("li", event.source())
                .holding(
                        element("time").text(at),
                        element("span", "source").text(event.source()),
                        element("span").holding(detail(event)));
    }

    private Markup detail(Event event) {
        return cards.of(event)
                .map(card -> element("a").with("href", address(card)).text(event.inWords()))
                .orElseGet(() -> Markup.text(event.inWords()));
    }

    private String address(ReportCard card) {
        return shown.contains(card) ? "#" + card.id() : card.address();
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

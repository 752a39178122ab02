package io.github.postfixture.junit5.report;

import static io.github.postfixture.html.Markup.element;

import io.github.postfixture.html.Markup;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventDetail;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a report: it runs no script and loads nothing. */
final class ReportPage {

    private static final int FIRST_CARDS = 50;
    private static final int LAST_CARDS = 200;
    private static final int FEW_CARDS = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ROOT);

    private final Instant began;
    private final List<Event> trace;
    private final TestOutcome outcome;
    private final ReportCards cards;
    private final Set<ReportCard> named;
    private final Set<ReportCard> shown;
    private final String sentence;

    ReportPage(Timeline timeline, TestOutcome outcome, ReportCards cards) {
        this.outcome = outcome;
        this.cards = cards;
        began = timeline.began();
        trace = timeline.trace().stream().filter(ReportPage::isOnTimeline).toList();
        sentence = outcome.failure().map(FailureBox::sentence).orElse("");
        named = outcome.failure().map(FailureBox::message).map(cards::namedIn).orElse(Set.of());
        shown = cards.sections().values().stream()
                .flatMap(this::shown)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        cards.show(shown);
    }

    private static boolean isOnTimeline(Event event) {
        return !(event.detail() instanceof EventDetail detail) || detail.isHappening();
    }

    String render() {
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
            <div class="columns">
            %s
            %s
            </div>
            </main>
            </body>
            </html>
            """.formatted(
                        Markup.text(outcome.test()),
                        style(),
                        header(),
                        FailureBox.of(outcome, List.copyOf(named)),
                        new Trace(trace, cards, named).render(),
                        sections());
    }

    private Markup header() {
        return element("header")
                .holding(
                        element("p", "brand").text("Postfixture"),
                        element("h1").holding(Markup.breakable(outcome.test())),
                        element("p", "facts").text(facts()),
                        navigation());
    }

    private String facts() {
        Duration length =
                trace.isEmpty() ? Duration.ZERO : trace.get(trace.size() - 1).at();
        return (outcome.failure().isPresent() ? "Failed after " : "Took ") + InWords.of(length) + "; began at "
                + TIME.format(began.atZone(ZoneId.systemDefault()));
    }

    private Markup navigation() {
        Stream<Markup> links = cards.sections().entrySet().stream()
                .map(section -> link(
                        section.getKey().folder(),
                        section.getKey().title(),
                        section.getValue().size()));
        return element("nav")
                .with("aria-label", "Sections")
                .holding(Markup.of(Stream.concat(Stream.of(link("timeline", "Timeline", trace.size())), links)));
    }

    private static Markup link(String id, String title, int count) {
        return element("a")
                .with("href", "#" + id)
                .holding(Markup.text(title + " "), element("b").text(Integer.toString(count)));
    }

    private Markup sections() {
        return cards.sections().isEmpty()
                ? Markup.NONE
                : element("div", "sections")
                        .holding(Markup.of(cards.sections().entrySet().stream()
                                .map(section -> section(section.getKey(), section.getValue()))));
    }

    private Markup section(CardSection section, List<ReportCard> all) {
        return element("section")
                .with("id", section.folder())
                .holding(
                        element("h2").text(section.title()),
                        cards(first(all)),
                        leftOut(section, all),
                        cards(last(all)));
    }

    private Markup cards(Stream<ReportCard> these) {
        return Markup.of(these.map(card -> card.render(isOpen(card), named.contains(card), sentence)));
    }

    /** Show those whole of which the others are but the surroundings. */
    private boolean isOpen(ReportCard card) {
        return named.contains(card) || (named.isEmpty() && shown.size() <= FEW_CARDS);
    }

    /** Show the first and the last whole, and what the failure names; a page with thousands would be of no use. */
    private Markup leftOut(CardSection section, List<ReportCard> all) {
        List<ReportCard> between = between(all).toList();
        int left = Math.max(0, all.size() - FIRST_CARDS - LAST_CARDS) - between.size();
        Markup note = left <= 0
                ? Markup.NONE
                : element("p", "note").text(left + " more are in the folder " + section.folder() + ".");
        return Markup.of(note, cards(between.stream()));
    }

    private Stream<ReportCard> shown(List<ReportCard> all) {
        return Stream.of(first(all), between(all), last(all)).flatMap(cards -> cards);
    }

    private static Stream<ReportCard> first(List<ReportCard> all) {
        return all.stream().limit(FIRST_CARDS);
    }

    private Stream<ReportCard> between(List<ReportCard> all) {
        return all.size() <= FIRST_CARDS + LAST_CARDS
                ? Stream.of()
                : all.subList(FIRST_CARDS, all.size() - LAST_CARDS).stream().filter(named::contains);
    }

    private static Stream<ReportCard> last(List<ReportCard> all) {
        return all.stream().skip(Math.max(FIRST_CARDS, all.size() - LAST_CARDS));
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

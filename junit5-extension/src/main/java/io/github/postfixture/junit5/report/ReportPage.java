package io.github.postfixture.junit5.report;

import static io.github.postfixture.junit5.report.Markup.escape;

import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.timeline.Digest;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.Exchange;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a report: it runs no script and loads nothing. */
final class ReportPage {

    private static final int FIRST_CARDS = 50;
    private static final int LAST_CARDS = 200;
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_OPEN = 1;

    private final Instant began;
    private final List<Event> events;
    private final Set<Integer> shown = new HashSet<>();

    ReportPage(Instant began, List<Event> events) {
        this.began = began;
        this.events = events;
    }

    String render(String test, String failure) {
        List<Event> mails = with(ReceivedMail.class);
        List<Event> exchanges = with(Exchange.class);
        List<Event> dialogues = dialogues();
        List.of(mails, exchanges, dialogues).forEach(this::noteShown);
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
            """.formatted(escape(test), style())
                + header(test, failure, mails.size(), exchanges.size(), dialogues.size())
                + "<main>\n"
                + section("mails", "Mails", mails, ReportPage::mail)
                + section("exchanges", "HTTP exchanges", exchanges, ReportPage::exchange)
                + section("dialogues", "Other dialogues", dialogues, DialogueCard::render)
                + timeline()
                + "</main>\n</body>\n</html>\n";
    }

    private String header(String test, String failure, int mails, int exchanges, int dialogues) {
        String reason = failure.isEmpty()
                ? ""
                : "<details class=\"failure\" open><summary>Failure</summary>" + Markup.text(failure) + "</details>\n";
        return """
            <header>
            <p class="brand">Postfixture</p>
            <h1>%s</h1>
            <p class="facts">Began at %s</p>
            <nav aria-label="Sections"><a href="#mails">Mails <b>%s</b></a><a href="#exchanges">Exchanges <b>%s</b></a>\
            <a href="#dialogues">Dialogues <b>%s</b></a>\
            <a href="#timeline">Timeline <b>%s</b></a></nav>
            %s</header>
            """.formatted(escape(test), began, mails, exchanges, dialogues, events.size(), reason);
    }

    /** Show the first and the last whole; a page with thousands of them would be of no use. */
    private static String section(String id, String title, List<Event> cards, Function<Event, String> card) {
        String none = cards.isEmpty() ? "<p class=\"note\">None.</p>\n" : "";
        int left = Math.max(0, cards.size() - FIRST_CARDS - LAST_CARDS);
        String note = left == 0 ? "" : "<p class=\"note\">" + left + " more are in the folder " + id + ".</p>\n";
        return "<section id=\"" + id + "\">\n<h2>" + title + "</h2>\n" + none
                + first(cards).map(card).collect(Collectors.joining())
                + note
                + last(cards).map(card).collect(Collectors.joining())
                + "</section>\n";
    }

    private static Stream<Event> first(List<Event> cards) {
        return cards.stream().limit(FIRST_CARDS);
    }

    private static Stream<Event> last(List<Event> cards) {
        return cards.stream().skip(Math.max(FIRST_CARDS, cards.size() - LAST_CARDS));
    }

    private static String mail(Event event) {
        ReceivedMail mail = (ReceivedMail) event.detail();
        return new MailCard(mail).render(mail.number() <= MOST_OPEN);
    }

    private static String exchange(Event event) {
        return new ExchangeCard(event, (Exchange) event.detail()).render(false);
    }

    private String timeline() {
        return Digest.of(events, MOST_EVENTS).stream()
                .map(this::line)
                .collect(Collectors.joining(
                        "", "<section id=\"timeline\">\n<h2>Timeline</h2>\n<ol>\n", "</ol>\n</section>\n"));
    }

    private String line(Digest.Line line) {
        return line instanceof Digest.Shown shownLine
                ? line(shownLine.event())
                : "<li class=\"note\">" + escape(line + "; timeline.txt has them") + "</li>\n";
    }

    private String line(Event event) {
        String at = String.format(Locale.ROOT, "%.3f s", event.at().toNanos() / 1e9);
        return "<li class=\"%s\"><time>%s</time><span class=\"source\">%s</span><span>%s</span></li>\n"
                .formatted(escape(event.source()), at, escape(event.source()), detail(event));
    }

    private String detail(Event event) {
        String text = escape(Markup.shortened(event.inWords()));
        if (event.detail() instanceof ReceivedMail mail) {
            String target = isShown(event) ? "#" + MailCard.id(mail) : ReportFiles.mail(mail);
            return "<a href=\"" + target + "\">#" + mail.number() + "</a> " + text;
        }
        if (event.detail() instanceof Exchange) {
            String target = isShown(event) ? "#" + ExchangeCard.id(event) : ReportFiles.exchange(event);
            return "<a href=\"" + target + "\">" + text + "</a>";
        }
        if (DialogueCard.isShown(event)) {
            String target = isShown(event) ? "#" + DialogueCard.id(event) : ReportFiles.dialogue(event);
            return "<a href=\"" + target + "\">" + text + "</a>";
        }
        return text;
    }

    private boolean isShown(Event event) {
        return shown.contains(event.number());
    }

    private void noteShown(List<Event> cards) {
        Stream.concat(first(cards), last(cards)).map(Event::number).forEach(shown::add);
    }

    private List<Event> dialogues() {
        return events.stream().filter(DialogueCard::isShown).toList();
    }

    private List<Event> with(Class<?> detail) {
        return events.stream()
                .filter(event -> detail.isInstance(event.detail()))
                .toList();
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.postfixture.junit5.report;

import static io.github.postfixture.html.Markup.element;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.PreformattedText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What went wrong, above all that happened: the message, the line of the test, what it is about, and the stack trace. */
final class FailureBox {

    private static final int LONGEST_MESSAGE = 20_000;
    private static final int LONGEST_TRACE = 50_000;

    private final TestOutcome outcome;
    private final Throwable failure;

    private FailureBox(TestOutcome outcome, Throwable failure) {
        this.outcome = outcome;
        this.failure = failure;
    }

    /** Return the box; nothing of a test that has not failed. */
    static Markup of(TestOutcome outcome, List<ReportCard> named) {
        return outcome.failure()
                .map(failure -> new FailureBox(outcome, failure).render(named))
                .orElse(Markup.NONE);
    }

    /** Return what a failure says, without the name of an assertion error, which says nothing. */
    static String message(Throwable failure) {
        String message = failure.getMessage();
        String text = failure instanceof AssertionError && message != null ? message : failure.toString();
        return text.strip();
    }

    /** Return what a failure says first, and of what it says it. */
    static String sentence(Throwable failure) {
        return message(failure).lines().filter(line -> !line.isBlank()).limit(2).collect(Collectors.joining("\n"));
    }

    private Markup render(List<ReportCard> named) {
        return element("section", "failure")
                .with("id", "failure")
                .holding(
                        element("h2").text(title()),
                        about(named),
                        PreformattedText.of(cut(message(failure), LONGEST_MESSAGE)),
                        Difference.of(failure),
                        excerpt(),
                        problems(),
                        trace());
    }

    private String title() {
        return outcome.source().map(source -> "Failed at " + source).orElse("Failed");
    }

    private static Markup about(List<ReportCard> named) {
        return named.isEmpty()
                ? Markup.NONE
                : element("p", "about")
                        .holding(
                                Markup.text("It is about "),
                                Markup.spaced(
                                        named.stream().map(FailureBox::link).toList()));
    }

    private static Markup link(ReportCard card) {
        return element("a")
                .with("href", "#" + card.id())
                .text(card.card().label() + " " + card.card().title());
    }

    private Markup excerpt() {
        return outcome.source()
                .filter(source -> !source.lines().isEmpty())
                .map(source -> PreformattedText.of(Markup.of(source.lines().stream()
                        .map(line -> element("span", line.number() == source.line() ? "line failed" : "line")
                                .holding(
                                        element("span", "gutter").text("%5d ".formatted(line.number())),
                                        Markup.text(line.text()),
                                        Markup.lines("\n"))))))
                .orElse(Markup.NONE);
    }

    private Markup problems() {
        return outcome.problems().isEmpty()
                ? Markup.NONE
                : Markup.of(
                        element("h3").text("What may be worth a look"),
                        element("ul")
                                .holding(Markup.of(outcome.problems().stream()
                                        .map(problem -> element("li").text(problem)))));
    }

    private Markup trace() {
        return element("details")
                .holding(element("summary").text("Stack trace"), PreformattedText.of(cut(traced(), LONGEST_TRACE)));
    }

    private String traced() {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().lines().collect(Collectors.joining("\n"));
    }

    private static String cut(String text, int longest) {
        int more = text.length() - longest;
        return more <= 0 ? text : text.substring(0, longest) + "\n(" + more + " more characters)";
    }
}

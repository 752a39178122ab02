package io.github.postfixture.junit5.report;

import static io.github.postfixture.html.Markup.element;

import io.github.postfixture.html.Markup;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventDetail;
import io.github.postfixture.timeline.TestStep;
import java.util.Locale;

/** A line of the trace: when, who tells it, what. */
final class TraceLine {

    private TraceLine() {}

    /**
     * Return the line.
     *
     * @param text what it says
     * @param named whether the failure names it
     */
    static Markup of(Event event, Markup text, boolean named) {
        return element("li", styleClass(event) + (named ? " named" : ""))
                .holding(
                        element("time")
                                .text(String.format(
                                        Locale.ROOT, "%.3f s", event.at().toNanos() / 1e9)),
                        element("span", "source").text(event.source()),
                        element("span", "what").holding(text));
    }

    /** Return what kind of line it is, to the style sheet. */
    static String styleClass(Event event) {
        if (event.detail() instanceof TestStep step) {
            return switch (step.kind()) {
                case STEP, WAIT, QUIET -> "step";
                case IN_VAIN -> "step in-vain";
                case FAILURE -> "step failed";
            };
        }
        return event.detail() instanceof EventDetail detail && detail.isProblem() ? "event trouble" : "event";
    }
}

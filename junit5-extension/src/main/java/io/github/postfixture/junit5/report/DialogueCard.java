package io.github.postfixture.junit5.report;

import static io.github.postfixture.junit5.report.Markup.span;

import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.net.Dialogue;
import io.github.postfixture.timeline.Event;
import java.util.List;

/** What was said without a mail at its end: to a reader by IMAP or POP3, or in an SMTP attempt that failed. */
final class DialogueCard {

    private DialogueCard() {}

    static boolean isShown(Event event) {
        return event.detail() instanceof Dialogue || event.detail() instanceof Attempt;
    }

    static String id(Event event) {
        return "dialogue-" + event.number();
    }

    static String render(Event event) {
        String name = ReportFiles.dialogue(event);
        String file = "<p class=\"files\"><a href=\"" + name + "\">" + name + "</a></p>\n";
        String head =
                span("method", event.source()) + span("subject", event.detail().toString());
        return Markup.card(id(event), "dialogue", head, Markup.text(String.join("\n", lines(event))) + file, false);
    }

    private static List<String> lines(Event event) {
        return event.detail() instanceof Attempt attempt
                ? attempt.transcript()
                : ((Dialogue) event.detail()).transcript().lines();
    }
}

package io.github.postfixture.net.transcript;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.PreformattedText;
import io.github.postfixture.timeline.CardContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** A transcript in a report: each line with the time at which it was said; of a long one, the beginning and the end. */
@API(status = API.Status.INTERNAL)
public final class DialogueText {

    private static final int FIRST_LINES = 100;
    private static final int LAST_LINES = 100;

    private DialogueText() {}

    /**
     * Return what was said.
     *
     * @param suffix that of the file which has all of it
     */
    public static Markup of(Transcript transcript, CardContext context, String suffix) {
        List<Transcript.Line> lines = transcript.timedLines();
        if (lines.size() <= FIRST_LINES + LAST_LINES) {
            return PreformattedText.of(shown(lines.stream(), context));
        }
        String left = lines.size() - FIRST_LINES - LAST_LINES + " lines left out here are in ";
        String file = context.address(suffix);
        return PreformattedText.of(Markup.of(
                shown(lines.stream().limit(FIRST_LINES), context),
                Markup.element("span", "note")
                        .holding(
                                Markup.text(left),
                                Markup.element("a").with("href", file).text(file)),
                Markup.lines("\n"),
                shown(lines.stream().skip(lines.size() - LAST_LINES), context)));
    }

    private static Markup shown(Stream<Transcript.Line> lines, CardContext context) {
        return Markup.of(lines.map(line -> shown(line, context.timeOf(line.at()))));
    }

    private static Markup shown(Transcript.Line line, Duration at) {
        String time = String.format(Locale.ROOT, "%8.3f ", at.toNanos() / 1e9);
        return Markup.of(
                Markup.element("time").text(time),
                Markup.element("span", line.speaker().startsWith("C") ? "client" : "server")
                        .text(line.toString()),
                Markup.lines("\n"));
    }
}

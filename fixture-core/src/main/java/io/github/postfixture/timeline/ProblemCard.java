package io.github.postfixture.timeline;

import io.github.postfixture.html.PreformattedText;
import io.github.postfixture.html.TabPanes.Pane;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Something that went wrong, as a report shows it: what, and all that is known of it. */
record ProblemCard(CardSection section, String label, String title, String text) implements EventCard {

    private static final CardSection EXCEPTIONS = new CardSection("exceptions", "Exceptions in code of the test");
    private static final CardSection PROBLEMS = new CardSection("problems", "Problems of the application");
    private static final String FILE = ".txt";
    private static final int LONGEST = 10_000;

    /** Return the card of something that code of the test has thrown. */
    static EventCard of(Event event, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return new ProblemCard(EXCEPTIONS, event.source(), event.inWords(), trace.toString());
    }

    /** Return the card of something that the application has thrown or logged. */
    static EventCard of(Event event) {
        return new ProblemCard(PROBLEMS, event.source(), event.inWords(), event.inWords());
    }

    @Override
    public List<Pane> panes(CardContext context) {
        return List.of(new Pane("Problem", PreformattedText.of(text, LONGEST, context.address(FILE))));
    }

    @Override
    public List<CardFile> files() {
        return List.of(CardFile.text(FILE, () -> text + "\n"));
    }
}

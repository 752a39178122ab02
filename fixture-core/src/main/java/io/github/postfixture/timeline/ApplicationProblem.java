package io.github.postfixture.timeline;

import java.util.List;
import org.apiguardian.api.API;

/**
 * On a timeline: something that went wrong outside the servers while a test ran, such as an exception that ended a thread, or
 * a warning in the log.
 *
 * @param words what, in one line, without secrets
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ApplicationProblem(String words) implements EventDetail {

    /** Return the first of several, which may be why an application did nothing, and how many more there were; a timeline has all. */
    public static String inWords(List<ApplicationProblem> problems) {
        int others = problems.size() - 1;
        return problems.get(0) + (others == 0 ? "" : ", and " + others + " more went wrong there");
    }

    @Override
    public EventCard card(Event event) {
        return ProblemCard.of(event);
    }

    @Override
    public boolean isProblem() {
        return true;
    }

    @Override
    public String toString() {
        return words;
    }
}

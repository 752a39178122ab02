package io.github.postfixture.web.request;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Tells of a plus sign that was read as a space, as it is in queries and forms.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class PlusSign {

    private static final String MEANING = " + in a query or a form means a space; the sender must write it as %2B";

    private PlusSign() {}

    /** Return what to change if that is the whole difference, in parentheses with a blank in front; else nothing. */
    static String note(String expected, List<String> found) {
        return isRead(expected, found) ? " (a" + MEANING + ")" : "";
    }

    /** Return the same as a sentence. */
    public static String advice(String expected, String found) {
        return isRead(expected, List.of(found)) ? "A" + MEANING + "." : "";
    }

    private static boolean isRead(String expected, List<String> found) {
        return expected.indexOf('+') >= 0 && found.contains(expected.replace('+', ' '));
    }
}

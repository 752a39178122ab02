package io.github.postfixture.web.request;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes criteria one after another, those on a query as a URL does: {@code to /confirm?email=a@b.c&lang=en}.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class QueryWords {

    private static final String QUERY = "with ?";

    private QueryWords() {}

    /** Return the words of a criterion on a query. */
    static String of(String parameter) {
        return QUERY + parameter;
    }

    /** Return criteria in words, the first of which may be a request line. */
    public static String joined(List<?> criteria) {
        StringBuilder words = new StringBuilder();
        String last = "";
        for (Object criterion : criteria) {
            String next = criterion.toString();
            words.append(next.startsWith(QUERY) ? separator(last) + next.substring(QUERY.length()) : apart(last, next));
            last = next;
        }
        return words.toString();
    }

    private static String separator(String last) {
        if (last.startsWith(QUERY)) {
            return "&";
        }
        return last.indexOf('/') >= 0 && !last.startsWith("with ") ? "?" : apart(last, QUERY);
    }

    private static String apart(String last, String next) {
        return last.isEmpty() || next.isEmpty() ? next : " " + next;
    }
}

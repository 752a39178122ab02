package io.github.postfixture.web.request;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One segment of a path template: a text, or a variable between two texts.
 *
 * @param before what comes before the variable, or all there is
 * @param name the name of the variable; empty if there is none
 * @param after what comes after the variable
 * @param isRest whether the variable stands for the following segments too
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record PathSegment(String before, String name, String after, boolean isRest) {

    static PathSegment of(String text) {
        int open = text.indexOf('{');
        int close = text.indexOf('}');
        if (open < 0 && close < 0) {
            return new PathSegment(text, "", "", false);
        }
        String inside = open < close && open >= 0 ? text.substring(open + 1, close) : "";
        boolean isRest = inside.endsWith("*");
        String name = isRest ? inside.substring(0, inside.length() - 1) : inside;
        String after = text.substring(close + 1);
        boolean whole = open == 0 && after.isEmpty();
        if (!name.matches("\\w+") || after.matches(".*[{}].*") || (isRest && !whole)) {
            throw new IllegalArgumentException("segment (" + text + ") must have at most one variable, such as {id},"
                    + " {name}.pdf or, for all that is left, {path*}; write a brace itself as %7B or %7D");
        }
        return new PathSegment(text.substring(0, open), name, after, isRest);
    }

    public boolean isLiteral() {
        return name.isEmpty();
    }

    /** Return the decoded value of the variable in a segment as sent, or the text itself; nothing if there is no match. */
    public Optional<String> match(String sent) {
        String decoded = HttpContent.decodePath(sent);
        if (isLiteral()) {
            return before.equals(sent) || before.equals(decoded) ? Optional.of(before) : Optional.empty();
        }
        boolean matches = decoded.length() > before.length() + after.length()
                && decoded.startsWith(before)
                && decoded.endsWith(after);
        return matches
                ? Optional.of(decoded.substring(before.length(), decoded.length() - after.length()))
                : Optional.empty();
    }
}

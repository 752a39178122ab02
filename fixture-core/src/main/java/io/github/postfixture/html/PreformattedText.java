package io.github.postfixture.html;

import org.apiguardian.api.API;

/** Text that is shown with its lines, in a box that a keyboard can scroll. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PreformattedText {

    private PreformattedText() {}

    /** Return the whole text. */
    public static Markup of(String text) {
        return of(Markup.lines(text));
    }

    /** Return lines of which each is markup of its own. */
    public static Markup of(Markup lines) {
        return Markup.element("pre").with("tabindex", 0).holding(lines);
    }

    /**
     * Return the text up to a length, and how much is left.
     *
     * @param more the address of the file that has all of it
     */
    public static Markup of(String text, int longest, String more) {
        int left = text.length() - longest;
        return left <= 0
                ? of(text)
                : Markup.of(
                        of(text.substring(0, longest)),
                        Markup.element("p", "note")
                                .holding(
                                        Markup.text(left + " more characters are in "),
                                        Markup.element("a").with("href", more).text(more)));
    }
}

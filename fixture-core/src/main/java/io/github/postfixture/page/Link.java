package io.github.postfixture.page;

import java.net.URI;
import java.util.function.Supplier;

/** A link as a reader sees it: some text that leads somewhere. Immutable. */
public final class Link {

    private final String text;
    private final URI uri;
    private final Supplier<Walk> walk;

    Link(String text, URI uri, Supplier<Walk> walk) {
        this.text = text;
        this.uri = uri;
        this.walk = walk;
    }

    /** Return the text, with runs of white space as one space; of an image its alternative text. */
    public String text() {
        return text;
    }

    /** Return where the link leads; relative only if the markup it stands in has no address. */
    public URI uri() {
        return uri;
    }

    /**
     * Open the page behind the link: with the cookies of the page it was found on, or without any if it was found in
     * markup that is no page.
     *
     * @throws AssertionError if there is no answer within 10 seconds, or the link leads to no page
     */
    public Page follow() {
        return walk.get().open(uri);
    }

    /** Return the text in quotes and the address. */
    @Override
    public String toString() {
        return "\"" + text + "\" -> " + uri;
    }
}

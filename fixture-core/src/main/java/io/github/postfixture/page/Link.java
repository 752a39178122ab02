package io.github.postfixture.page;

import io.github.postfixture.explanation.Printable;
import java.net.URI;
import org.assertj.core.api.AssertProvider;

/** A link as a reader sees it: some text that leads somewhere. Immutable. */
public final class Link implements AssertProvider<LinkAssert> {

    private final String text;
    private final URI uri;
    private final Navigator way;

    Link(String text, URI uri, Navigator way) {
        this.text = text;
        this.uri = uri;
        this.way = way;
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
     * @throws AssertionError if there is no answer within 10 seconds, the link leads to no page, or to a host on another
     *     machine that the test has not {@linkplain BrowsingSession#allowing allowed}
     */
    public Page follow() {
        return way.go(PageRequest.get(uri));
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public LinkAssert assertThat() {
        return new LinkAssert(this);
    }

    /** Return the text in quotes and the address. */
    @Override
    public String toString() {
        return Printable.line("\"" + text + "\" \u2192 " + ReferenceParser.shown(uri));
    }
}

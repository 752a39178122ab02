package io.github.postfixture.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Supplier;
import org.assertj.core.api.AssertProvider;

/** A link that a reader can click on. Immutable, and safe for use by several threads. */
public final class Link implements AssertProvider<LinkAssert> {

    private final String text;
    private final String target;
    private final Supplier<Walk> walk;

    Link(String text, String target, Supplier<Walk> walk) {
        this.text = text;
        this.target = target;
        this.walk = walk;
    }

    /** Return its text, normalised. */
    public String text() {
        return text;
    }

    /**
     * Return where it leads; absolute if it stands on a page.
     *
     * @throws AssertionError if its target is no URI
     */
    public URI uri() {
        try {
            return new URI(target.trim().replace(" ", "%20"));
        } catch (URISyntaxException e) {
            throw new AssertionError(
                    "Expecting the target of a link to be a URI:\n  " + this + "\nbut " + e.getMessage(), e);
        }
    }

    /**
     * Open the page that it leads to. A link on a page goes on with the cookies of that page; a link in a mail begins
     * anew.
     *
     * @throws AssertionError if it leads nowhere, or the page cannot be opened
     */
    public Page follow() {
        URI uri = uri();
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new AssertionError(
                    "Cannot follow the link:\n  " + this + "\nonly absolute http and https links can be followed");
        }
        return walk.get().get(uri);
    }

    @Override
    public LinkAssert assertThat() {
        return new LinkAssert(this);
    }

    @Override
    public String toString() {
        return "\"" + text + "\" -> " + target;
    }

    String target() {
        return target;
    }
}

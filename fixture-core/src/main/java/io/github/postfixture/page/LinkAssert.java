package io.github.postfixture.page;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.PrintableRepresentation;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link Link}. */
public class LinkAssert extends AbstractExplainedAssert<LinkAssert, Link> {

    private static final int ERROR = 400;

    LinkAssert(Link actual) {
        super(actual, LinkAssert.class);
    }

    /** Verify that the target is an absolute {@code https} address. */
    public LinkAssert isHttps() {
        if (!"https".equalsIgnoreCase(actual.uri().getScheme())) {
            throw failing("an absolute https link", "it is " + actual);
        }
        return this;
    }

    /**
     * Verify that it works once: follow it twice, and get a page the first time (status below 400) and none the second.
     * What it does, such as confirming an address, is done then.
     */
    public LinkAssert worksOnce() {
        int first = actual.follow().status();
        if (first >= ERROR) {
            throw failing(actual + " to work once", "the first time its status was " + first);
        }
        int second = actual.follow().status();
        if (second < ERROR) {
            throw failing(actual + " to work once", "the second time its status was " + second + " again");
        }
        return this;
    }

    /** Go on to the text of the link, as it is shown: white space folded, images by their alternative text. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(actual.text())
                .as("text of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the target. */
    public AbstractUriAssert<?> uri() {
        return Assertions.assertThat(actual.uri()).as("target of %s", actual);
    }
}

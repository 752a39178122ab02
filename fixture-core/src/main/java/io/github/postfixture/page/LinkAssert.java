package io.github.postfixture.page;

import io.github.postfixture.explanation.PrintableRepresentation;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link Link}. */
public class LinkAssert extends AbstractAssert<LinkAssert, Link> {

    private static final int ERROR = 400;

    LinkAssert(Link actual) {
        super(actual, LinkAssert.class);
    }

    /** Verify that the target is an absolute {@code https} address. */
    public LinkAssert isHttps() {
        if (!"https".equalsIgnoreCase(actual.uri().getScheme())) {
            throw failure("%nExpecting:%n  %s%nto be an absolute https link", actual);
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
            throw failure("%nExpecting:%n  %s%nto work once, but the first time its status was:%n  %s", actual, first);
        }
        int second = actual.follow().status();
        if (second < ERROR) {
            throw failure(
                    "%nExpecting:%n  %s%nto work once, but the second time its status was:%n  %s", actual, second);
        }
        return this;
    }

    /** Go on to the text. */
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

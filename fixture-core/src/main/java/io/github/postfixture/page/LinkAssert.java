package io.github.postfixture.page;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link Link}. */
public class LinkAssert extends AbstractAssert<LinkAssert, Link> {

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

    /** Go on to the text. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(actual.text()).as("text of %s", actual);
    }

    /** Go on to the target. */
    public AbstractUriAssert<?> uri() {
        return Assertions.assertThat(actual.uri()).as("target of %s", actual);
    }
}

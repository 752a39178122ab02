package io.github.postfixture.junit5.report;

import io.github.postfixture.html.Markup;

/** What was expected beside what there was. */
final class Difference {

    private Difference() {}

    static Markup of(Throwable failure) {
        return Markup.NONE;
    }
}

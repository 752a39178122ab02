package io.github.postfixture.page;

/** Assertions on {@link Html}. */
public class HtmlAssert extends AbstractHtmlAssert<HtmlAssert, Html> {

    HtmlAssert(Html actual) {
        super(actual, HtmlAssert.class);
    }

    @Override
    Html markup() {
        isNotNull();
        return actual;
    }
}

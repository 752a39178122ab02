package io.github.postfixture.page;

import org.jsoup.nodes.Element;

/** Tells a reader of the source where an element stands: the line, and the tag. */
final class Place {

    private static final int LONGEST_TAG = 100;

    private Place() {}

    static String of(Element element) {
        String tag = "<"
                + Words.normalised(element.normalName() + element.attributes().html()) + ">";
        String line = element.sourceRange().isTracked()
                ? "line " + element.sourceRange().start().lineNumber() + ": "
                : "";
        return line + Words.shortened(tag, LONGEST_TAG);
    }
}

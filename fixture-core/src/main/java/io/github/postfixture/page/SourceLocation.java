package io.github.postfixture.page;

import org.jsoup.nodes.Element;

/** Tells a reader of the source where an element stands: the line, and the tag. */
final class SourceLocation {

    private static final int LONGEST_TAG = 100;

    private SourceLocation() {}

    static String of(Element element) {
        String tag = "<"
                + ReadableText.normalised(
                        element.normalName() + element.attributes().html()) + ">";
        String line = element.sourceRange().isTracked()
                ? "line " + element.sourceRange().start().lineNumber() + ": "
                : "";
        return line + ReadableText.shortened(tag, LONGEST_TAG);
    }
}

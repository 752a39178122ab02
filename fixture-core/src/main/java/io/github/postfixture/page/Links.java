package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The links of a document. */
record Links(Document document, Navigator way) {

    private static final String LINK = "a[href], area[href]";

    List<Link> all() {
        return document.select(LINK).stream().map(this::link).toList();
    }

    List<Link> with(String text) {
        String wanted = ReadableText.normalised(text);
        return all().stream().filter(link -> link.text().equals(wanted)).toList();
    }

    /** Return the link that an element is; fail if it is none. */
    Link at(Element element, Html html) {
        if (!element.is(LINK)) {
            throw FailureMessage.expected("a link", "there is <" + element.normalName() + ">")
                    .on(html)
                    .error();
        }
        return link(element);
    }

    private Link link(Element element) {
        return new Link(
                text(element),
                ReferenceParser.resolve(ReferenceParser.parse(document.baseUri()), element.attr("href")),
                way);
    }

    private static String text(Element link) {
        String text = ReadableText.normalised(link.text());
        return text.isEmpty() ? ReadableText.normalised(link.select("[alt]").attr("alt")) : text;
    }
}

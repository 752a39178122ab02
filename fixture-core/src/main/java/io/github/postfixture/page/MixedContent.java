package io.github.postfixture.page;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** What a page would load or send in the clear. */
final class MixedContent {

    private MixedContent() {}

    static List<String> in(Document document) {
        Stream<ResourceReference> loaded =
                ResourceReference.in(document).stream().filter(ResourceReference::loaded);
        Stream<ResourceReference> sent = document.select("form[action], [formaction]").stream()
                .map(element -> ResourceReference.of(element, element.is("form") ? "action" : "formaction", false));
        return Stream.concat(loaded, sent)
                .filter(mention -> "http".equalsIgnoreCase(mention.target().getScheme()))
                .map(mention -> ReferenceParser.shown(mention.target()) + " in " + SourceLocation.of(mention.place()))
                .toList();
    }
}

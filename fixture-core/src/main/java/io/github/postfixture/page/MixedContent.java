package io.github.postfixture.page;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** What a page would load or send in the clear. */
final class MixedContent {

    private MixedContent() {}

    static List<String> in(Document document) {
        Stream<Mention> loaded = Mention.in(document).stream().filter(Mention::loaded);
        Stream<Mention> sent = document.select("form[action], [formaction]").stream()
                .map(element -> Mention.of(element, element.is("form") ? "action" : "formaction", false));
        return Stream.concat(loaded, sent)
                .filter(mention -> "http".equalsIgnoreCase(mention.target().getScheme()))
                .map(mention -> References.shown(mention.target()) + " in " + Place.of(mention.place()))
                .toList();
    }
}

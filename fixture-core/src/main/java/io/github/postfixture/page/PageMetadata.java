package io.github.postfixture.page;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What markup says about itself, for browsers and search engines. */
record PageMetadata(Document document) {

    String title() {
        return ReadableText.normalised(document.title());
    }

    /** Return what the first {@code meta} element of this name, property or header says. */
    Optional<String> meta(String name) {
        return document.select("meta").stream()
                .filter(meta -> Stream.of("name", "property", "http-equiv")
                        .anyMatch(attribute -> meta.attr(attribute).equalsIgnoreCase(name)))
                .findFirst()
                .map(meta -> meta.attr("content"));
    }

    /** Return the canonical addresses, each once. */
    List<URI> canonical() {
        return related("canonical").map(PageMetadata::target).distinct().toList();
    }

    /** Return the same page in other languages, by the language. */
    Map<String, URI> alternates() {
        Map<String, URI> alternates = new LinkedHashMap<>();
        related("alternate")
                .filter(link -> link.hasAttr("hreflang"))
                .forEach(link -> alternates.put(link.attr("hreflang"), target(link)));
        return alternates;
    }

    private Stream<Element> related(String relation) {
        return document.select("link[href]").stream()
                .filter(link ->
                        Arrays.stream(link.attr("rel").split("\\s+", -1)).anyMatch(relation::equalsIgnoreCase));
    }

    private static URI target(Element link) {
        return ReferenceParser.resolve(ReferenceParser.parse(link.baseUri()), link.attr("href"));
    }
}

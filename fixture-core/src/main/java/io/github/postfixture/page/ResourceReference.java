package io.github.postfixture.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One address that markup names.
 *
 * @param place the element that names it
 * @param loaded whether a browser fetches it by itself, as it does a picture
 */
record ResourceReference(Element place, URI target, boolean loaded) {

    private static final String WITH_SRC =
            "img, script, iframe, frame, audio, video, source, track, embed, input[type=image]";
    private static final Pattern CSS_ADDRESS =
            Pattern.compile("(?i)(?:(?:@import\\s+)?url\\(\\s*|@import\\s+)(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"')]+))");
    private static final Pattern LOADING =
            Pattern.compile("(?i).*\\b(?:stylesheet|icon|manifest|preload|modulepreload|prefetch)\\b.*");
    private static final Pattern ADDRESSING =
            Pattern.compile("(?i).*\\b(?:next|prev|alternate|canonical|help|search|license|author)\\b.*");

    static List<ResourceReference> in(Document document) {
        List<ResourceReference> mentions = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            if (element.closest("template") == null) {
                of(element).forEach(mentions::add);
            }
        }
        return mentions;
    }

    private static Stream<ResourceReference> of(Element element) {
        Stream<ResourceReference> named = switch (element.normalName()) {
            case "a", "area" -> attribute(element, "href", false);
            case "link" -> link(element);
            case "object" -> attribute(element, "data", true);
            case "style" -> css(element, element.data());
            default -> element.is(WITH_SRC) ? sources(element) : Stream.of();
        };
        return Stream.concat(named, css(element, element.attr("style")));
    }

    private static Stream<ResourceReference> link(Element link) {
        String rel = link.attr("rel");
        if (LOADING.matcher(rel).matches()) {
            return attribute(link, "href", true);
        }
        return ADDRESSING.matcher(rel).matches() ? attribute(link, "href", false) : Stream.of();
    }

    private static Stream<ResourceReference> sources(Element element) {
        return Stream.of(attribute(element, "src", true), attribute(element, "poster", true), candidates(element))
                .flatMap(each -> each);
    }

    private static Stream<ResourceReference> candidates(Element element) {
        return Stream.of(element.attr("srcset").split(",\\s", -1))
                .map(candidate -> candidate.strip().split("\\s", -1)[0])
                .filter(address -> !address.isEmpty())
                .map(address -> mention(element, address, true));
    }

    private static Stream<ResourceReference> css(Element element, String style) {
        return addressesIn(style).map(address -> mention(element, address, true));
    }

    /** Return what a style sheet names, as it would be loaded. */
    static List<URI> targetsInStylesheet(URI sheet, String style) {
        return addressesIn(style)
                .map(address -> ReferenceParser.resolve(sheet, address))
                .toList();
    }

    private static Stream<String> addressesIn(String style) {
        return CSS_ADDRESS
                .matcher(style)
                .results()
                .map(found -> found.group(1) != null
                        ? found.group(1)
                        : found.group(2) != null ? found.group(2) : found.group(3));
    }

    private static Stream<ResourceReference> attribute(Element element, String name, boolean loaded) {
        return element.hasAttr(name) ? Stream.of(of(element, name, loaded)) : Stream.of();
    }

    static ResourceReference of(Element element, String attribute, boolean loaded) {
        return mention(element, element.attr(attribute), loaded);
    }

    private static ResourceReference mention(Element element, String address, boolean loaded) {
        return new ResourceReference(
                element, ReferenceParser.resolve(ReferenceParser.parse(element.baseUri()), address), loaded);
    }
}

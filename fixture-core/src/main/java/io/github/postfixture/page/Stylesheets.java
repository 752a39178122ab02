package io.github.postfixture.page;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/**
 * The style sheets of a page, and those that they import, read for the addresses that they name.
 *
 * @param wanted which addresses count
 * @param reader gets the text of a style sheet
 */
record Stylesheets(Predicate<URI> wanted, Function<URI, String> reader) {

    /** Return the places of a page's addresses, and for each address in a style sheet the places of that sheet. */
    Map<URI, List<Element>> addTo(Map<URI, List<Element>> places) {
        Map<URI, List<Element>> all = new LinkedHashMap<>(places);
        Queue<URI> unread = new ArrayDeque<>();
        places.forEach((target, elements) -> {
            if (elements.stream().anyMatch(element -> element.is("link[rel~=(?i)\\bstylesheet\\b]"))) {
                unread.add(target);
            }
        });
        for (URI sheet = unread.poll(); sheet != null; sheet = unread.poll()) {
            unread.addAll(addNamedBy(sheet, all));
        }
        return all;
    }

    /** Add what a style sheet names, and return the style sheets among it that are new. */
    private List<URI> addNamedBy(URI sheet, Map<URI, List<Element>> all) {
        List<URI> imported = new ArrayList<>();
        List<Element> standing = List.copyOf(all.getOrDefault(sheet, List.of()));
        for (URI target : ResourceReference.targetsInStylesheet(sheet, reader.apply(sheet))) {
            if (wanted.test(target) && all.putIfAbsent(target, standing) == null && isStylesheet(target)) {
                imported.add(target);
            }
        }
        return imported;
    }

    private static boolean isStylesheet(URI target) {
        return String.valueOf(target.getPath()).endsWith(".css");
    }
}

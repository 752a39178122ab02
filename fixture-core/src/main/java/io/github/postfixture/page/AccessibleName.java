package io.github.postfixture.page;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a screen reader calls an element, as far as markup alone tells. */
record AccessibleName(Document document) {

    /** Return the name of what is named by its content, such as a link; empty if it has none. */
    String of(Element element) {
        return Words.normalised(given(element) + " " + content(element));
    }

    /** Return the name of a field: its labels, wherever they stand. */
    String ofField(Element field) {
        Stream<Element> labels = document.select("label[for]").stream()
                .filter(label -> !field.id().isEmpty() && label.attr("for").equals(field.id()));
        String text = Stream.concat(labels, Stream.ofNullable(field.closest("label")))
                .map(AccessibleName::content)
                .collect(Collectors.joining(" "));
        return Words.normalised(given(field) + " " + text);
    }

    /** Return the name that the attributes of an element give it. */
    String given(Element element) {
        String labels = Stream.of(element.attr("aria-labelledby").split("\\s+", -1))
                .map(this::find)
                .flatMap(Optional::stream)
                .map(AccessibleName::content)
                .collect(Collectors.joining(" "));
        return Words.normalised(labels + " " + element.attr("aria-label") + " " + element.attr("title"));
    }

    Optional<Element> find(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.ofNullable(document.getElementById(id));
    }

    private static String content(Element element) {
        String alternatives = element.select("[alt], [aria-label]").stream()
                .map(inner -> inner.attr("alt") + " " + inner.attr("aria-label"))
                .collect(Collectors.joining(" "));
        return element.text() + " " + alternatives + " " + (element.is("input") ? element.attr("value") : "");
    }
}

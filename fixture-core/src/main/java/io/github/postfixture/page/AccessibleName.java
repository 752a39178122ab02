package io.github.postfixture.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a screen reader calls an element, as far as markup alone tells. Each element of the document is read once. */
final class AccessibleName {

    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, List<Element>> labels = new HashMap<>();
    private final Map<Element, String> contents = new HashMap<>();

    AccessibleName(Document document) {
        document.select("[id]").forEach(element -> elements.putIfAbsent(element.id(), element));
        document.select("label[for]")
                .forEach(label -> labels.computeIfAbsent(label.attr("for"), id -> new ArrayList<>())
                        .add(label));
    }

    /** Return the name of what is named by its content, such as a link; empty if it has none. */
    String of(Element element) {
        return ReadableText.normalised(given(element) + " " + content(element));
    }

    /** Return the name of a field: its labels, wherever they stand. */
    String ofField(Element field) {
        List<Element> pointing = field.id().isEmpty() ? List.of() : labels.getOrDefault(field.id(), List.of());
        String text = Stream.concat(pointing.stream(), Stream.ofNullable(field.closest("label")))
                .map(this::content)
                .collect(Collectors.joining(" "));
        return ReadableText.normalised(given(field) + " " + text);
    }

    /** Return the name that the attributes of an element give it. */
    String given(Element element) {
        String named = Stream.of(element.attr("aria-labelledby").split("\\s+", -1))
                .map(this::find)
                .flatMap(Optional::stream)
                .map(this::content)
                .collect(Collectors.joining(" "));
        return ReadableText.normalised(named + " " + element.attr("aria-label") + " " + element.attr("title"));
    }

    Optional<Element> find(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.ofNullable(elements.get(id));
    }

    private String content(Element element) {
        return contents.computeIfAbsent(element, AccessibleName::read);
    }

    private static String read(Element element) {
        String alternatives = element.select("[alt], [aria-label]").stream()
                .map(inner -> inner.attr("alt") + " " + inner.attr("aria-label"))
                .collect(Collectors.joining(" "));
        return element.text() + " " + alternatives + " " + (element.is("input") ? element.attr("value") : "");
    }
}

package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page tells search engines in JSON-LD. */
final class StructuredData {

    private StructuredData() {}

    /**
     * Return the objects of all scripts, those in arrays and graphs included.
     *
     * @throws AssertionError if a script is no JSON
     */
    static List<Json> of(Document document, Html html) {
        List<Json> objects = new ArrayList<>();
        for (Element script : document.select("script[type=application/ld+json]")) {
            try {
                objects(Json.parse(script.data())).forEach(objects::add);
            } catch (IllegalArgumentException e) {
                throw FailureMessage.expected(
                                "structured data in JSON", SourceLocation.of(script) + " is " + e.getMessage())
                        .on(html)
                        .error();
            }
        }
        return objects;
    }

    static Stream<String> types(Json object) {
        return object.find("@type").stream()
                .flatMap(type -> type.isArray() ? type.items().stream() : Stream.of(type))
                .filter(Json::isText)
                .map(Json::text);
    }

    private static Stream<Json> objects(Json json) {
        if (json.isArray()) {
            return json.items().stream().flatMap(StructuredData::objects);
        }
        return json.find("@graph")
                .map(StructuredData::objects)
                .orElseGet(() -> Stream.of(json).filter(Json::isObject));
    }
}

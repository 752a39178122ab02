package io.github.postfixture.web.request;

import io.github.postfixture.xml.MalformedXmlException;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import io.github.postfixture.xml.XmlReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An XML document without a DTD, compared by what it says: prefixes, comments and space between elements say nothing. */
final class Xml {

    private static final XmlReader READER = new XmlReader(Integer.MAX_VALUE);

    private final XmlElement root;

    private Xml(XmlElement root) {
        this.root = root;
    }

    static Xml parse(String text) {
        try {
            return new Xml(READER.read(text));
        } catch (MalformedXmlException e) {
            throw new IllegalArgumentException("not XML: " + e.getMessage(), e);
        }
    }

    /** Return the first difference, such as {@code /order/count is "3", expected "2"}. */
    Optional<String> differenceFrom(Xml expected) {
        Deque<Supplier<Optional<String>>> left = new ArrayDeque<>();
        left.push(new Comparison(new Place(null, root.qualifiedName()), expected.root, root, left));
        Optional<String> difference = Optional.empty();
        while (difference.isEmpty() && !left.isEmpty()) {
            difference = left.pop().get();
        }
        return difference;
    }

    /** Where an element is, said only when somebody asks. */
    private record Place(@Nullable Place parent, String step) {

        @Override
        public String toString() {
            Deque<String> steps = new ArrayDeque<>();
            for (@Nullable Place place = this; place != null; place = place.parent) {
                steps.push(place.step);
            }
            return "/" + String.join("/", steps);
        }
    }

    /** The comparison of two elements; that of what is in them is left for later, so that depth takes no stack. */
    private record Comparison(
            Place place, XmlElement expected, XmlElement actual, Deque<Supplier<Optional<String>>> left)
            implements Supplier<Optional<String>> {

        @Override
        public Optional<String> get() {
            if (!expected.is(actual.name())) {
                return different(
                        place, expected.name().toString(), actual.name().toString());
            }
            if (!expected.attributes().equals(actual.attributes())) {
                return different(
                        place + " has attributes " + attributes(actual) + ", expected " + attributes(expected));
            }
            leaveContent(expected.elements(), actual.elements());
            return Optional.empty();
        }

        private void leaveContent(List<XmlElement> condition, List<XmlElement> found) {
            left.push(() -> differentEnd(condition.size(), found.size()));
            for (int i = Math.min(condition.size(), found.size()) - 1; i >= 0; i--) {
                Place here = new Place(place, found.get(i).qualifiedName() + "[" + (i + 1) + "]");
                left.push(new Comparison(here, condition.get(i), found.get(i), left));
            }
        }

        private Optional<String> differentEnd(int condition, int found) {
            if (condition != found) {
                return different(place + " has " + found + " elements, expected " + condition);
            }
            return text(expected).equals(text(actual))
                    ? Optional.empty()
                    : different(place, "\"" + text(expected) + "\"", "\"" + text(actual) + "\"");
        }
    }

    private static Optional<String> different(Place place, String expected, String actual) {
        return different(place + " is " + actual + ", expected " + expected);
    }

    private static Optional<String> different(String sentence) {
        return Optional.of(sentence);
    }

    private static Map<XmlName, String> attributes(XmlElement element) {
        return new TreeMap<>(element.attributes());
    }

    private static String text(XmlElement parent) {
        return parent.text().strip();
    }
}

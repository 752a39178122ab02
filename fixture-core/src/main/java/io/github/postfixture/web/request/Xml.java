package io.github.postfixture.web.request;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML document without a DTD, compared by what it says: prefixes, comments and space between elements say nothing. */
final class Xml {

    private final Element root;

    private Xml(Element root) {
        this.root = root;
    }

    static Xml parse(String text) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Xml(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXException e) {
            throw new IllegalArgumentException("not XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("This Java runtime cannot read XML", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute("jdk.xml.maxElementDepth", "0"); // Newer runtimes have a bound of their own.
        factory.setNamespaceAware(true);
        factory.setCoalescing(true);
        factory.setIgnoringComments(true);
        return factory;
    }

    /** Return the first difference, such as {@code /order/count is "3", expected "2"}. */
    Optional<String> differenceFrom(Xml expected) {
        Deque<Supplier<Optional<String>>> left = new ArrayDeque<>();
        left.push(new Comparison(new Place(null, root.getNodeName()), expected.root, root, left));
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
    private record Comparison(Place place, Element expected, Element actual, Deque<Supplier<Optional<String>>> left)
            implements Supplier<Optional<String>> {

        @Override
        public Optional<String> get() {
            if (!name(expected).equals(name(actual))) {
                return different(place, name(expected), name(actual));
            }
            if (!attributes(expected).equals(attributes(actual))) {
                return different(
                        place + " has attributes " + attributes(actual) + ", expected " + attributes(expected));
            }
            leaveContent(elements(expected), elements(actual));
            return Optional.empty();
        }

        private void leaveContent(List<Element> condition, List<Element> found) {
            left.push(() -> differentEnd(condition.size(), found.size()));
            for (int i = Math.min(condition.size(), found.size()) - 1; i >= 0; i--) {
                Place here = new Place(place, found.get(i).getNodeName() + "[" + (i + 1) + "]");
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

    private static String name(Node node) {
        String namespace = node.getNamespaceURI();
        return namespace == null ? node.getLocalName() : "{" + namespace + "}" + node.getLocalName();
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap nodes = element.getAttributes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Attr attribute = (Attr) nodes.item(i);
            if (!Objects.equals(attribute.getNamespaceURI(), XMLConstants.XMLNS_ATTRIBUTE_NS_URI)) {
                attributes.put(name(attribute), attribute.getValue());
            }
        }
        return attributes;
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String text(Element parent) {
        StringBuilder text = new StringBuilder();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }
}

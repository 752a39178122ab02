package io.github.postfixture.web;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
        factory.setNamespaceAware(true);
        factory.setCoalescing(true);
        factory.setIgnoringComments(true);
        return factory;
    }

    /** Return the first difference, such as {@code /order/count is "3", expected "2"}. */
    Optional<String> differenceFrom(Xml expected) {
        return difference("/" + root.getNodeName(), expected.root, root);
    }

    private static Optional<String> difference(String place, Element expected, Element actual) {
        if (!name(expected).equals(name(actual))) {
            return different(place, name(expected), name(actual));
        }
        if (!attributes(expected).equals(attributes(actual))) {
            return different(place + " has attributes " + attributes(actual) + ", expected " + attributes(expected));
        }
        return differentContent(place, expected, actual);
    }

    private static Optional<String> differentContent(String place, Element expected, Element actual) {
        List<Element> wanted = elements(expected);
        List<Element> found = elements(actual);
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            String here = place + "/" + found.get(i).getNodeName() + "[" + (i + 1) + "]";
            Optional<String> difference = difference(here, wanted.get(i), found.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        if (wanted.size() != found.size()) {
            return different(place + " has " + found.size() + " elements, expected " + wanted.size());
        }
        return text(expected).equals(text(actual))
                ? Optional.empty()
                : different(place, "\"" + text(expected) + "\"", "\"" + text(actual) + "\"");
    }

    private static Optional<String> different(String place, String expected, String actual) {
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

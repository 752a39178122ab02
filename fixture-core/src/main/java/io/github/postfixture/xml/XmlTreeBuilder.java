package io.github.postfixture.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the elements that a parser tells of. */
final class XmlTreeBuilder extends DefaultHandler {

    private final int maxDepth;
    private final Deque<Draft> open = new ArrayDeque<>();

    XmlTreeBuilder(int maxDepth) {
        this.maxDepth = maxDepth;
        open.push(new Draft(new XmlName("", ""), "", Map.of()));
    }

    /** An element whose end has not come yet. */
    private record Draft(
            XmlName name, String prefix, Map<XmlName, String> attributes, List<XmlNode> content, StringBuilder text) {

        Draft(XmlName name, String prefix, Map<XmlName, String> attributes) {
            this(name, prefix, attributes, new ArrayList<>(), new StringBuilder());
        }

        void endText() {
            if (!text.isEmpty()) {
                content.add(new XmlText(text.toString()));
                text.setLength(0);
            }
        }

        XmlElement element() {
            endText();
            return new XmlElement(name, prefix, attributes, content);
        }
    }

    XmlElement root() {
        return open.element().element().elements().get(0);
    }

    @Override
    public void startElement(String namespace, String local, String qualified, Attributes attributes)
            throws SAXException {
        if (open.size() > maxDepth) {
            throw new SAXException("elements are more than " + maxDepth + " deep");
        }
        open.element().endText();
        String prefix = qualified.substring(0, Math.max(0, qualified.indexOf(':')));
        open.push(new Draft(new XmlName(namespace, local), prefix, map(attributes)));
    }

    private static Map<XmlName, String> map(Attributes attributes) {
        Map<XmlName, String> map = new HashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            map.put(new XmlName(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
        return map;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        open.element().text().append(characters, start, length);
    }

    @Override
    public void endElement(String namespace, String local, String qualified) {
        XmlElement ended = open.pop().element();
        open.element().content().add(ended);
    }
}

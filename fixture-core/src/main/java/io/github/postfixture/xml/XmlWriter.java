package io.github.postfixture.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;

/**
 * Writes XML. The usual namespaces have their prefixes declared at the root; any other is declared where it is used. For use by
 * one thread at a time.
 */
public final class XmlWriter {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> prefixes;

    /** Write with these prefixes, by namespace. */
    public XmlWriter(Map<String, String> prefixes) {
        this.prefixes = new TreeMap<>(prefixes);
    }

    /** An element whose end is to be written. */
    private record Open(String name, Iterator<XmlNode> rest) {}

    /** Begin a document with a root that declares the prefixes. */
    public XmlWriter root(XmlName name) {
        out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<").append(qualified(name));
        prefixes.forEach((namespace, prefix) -> attribute("xmlns:" + prefix, namespace));
        out.append('>');
        return this;
    }

    /** Write the end of the root. */
    public XmlWriter endOfRoot(XmlName name) {
        out.append("</").append(qualified(name)).append(">\n");
        return this;
    }

    private String qualified(XmlName name) {
        return prefixes.get(name.namespace()) + ":" + name.local();
    }

    /** Write a document of which this is the root. */
    public static String document(XmlElement root, Map<String, String> prefixes) {
        XmlWriter writer = new XmlWriter(prefixes).root(root.name());
        root.content().forEach(writer::node);
        return writer.endOfRoot(root.name()).toString();
    }

    /** Write an element with what is in it. */
    public XmlWriter element(XmlElement element) {
        Deque<Open> open = new ArrayDeque<>();
        start(element, open);
        while (!open.isEmpty()) {
            if (open.element().rest().hasNext()) {
                node(open.element().rest().next(), open);
            } else {
                out.append("</").append(open.pop().name()).append('>');
            }
        }
        return this;
    }

    private void node(XmlNode node) {
        if (node instanceof XmlElement element) {
            element(element);
        } else {
            text(((XmlText) node).text());
        }
    }

    private void node(XmlNode node, Deque<Open> open) {
        if (node instanceof XmlElement element) {
            start(element, open);
        } else {
            text(((XmlText) node).text());
        }
    }

    private void start(XmlElement element, Deque<Open> open) {
        String name = startTag(element);
        element.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(attribute -> attribute(attribute.getKey(), attribute.getValue()));
        if (element.content().isEmpty()) {
            out.append("/>");
        } else {
            out.append('>');
            open.push(new Open(name, element.content().iterator()));
        }
    }

    private String startTag(XmlElement element) {
        String namespace = element.name().namespace();
        String known = namespace.isEmpty() ? "" : prefixes.getOrDefault(namespace, unusual(element.prefix()));
        String name = known.isEmpty()
                ? element.name().local()
                : known + ":" + element.name().local();
        out.append('<').append(name);
        if (!namespace.isEmpty() && !prefixes.containsKey(namespace)) {
            attribute("xmlns:" + known, namespace);
        }
        return name;
    }

    /** Return a prefix for a namespace that is declared in place. */
    private String unusual(String wanted) {
        return wanted.isEmpty() || prefixes.containsValue(wanted) ? "x" : wanted;
    }

    private void attribute(XmlName name, String value) {
        if (name.namespace().isEmpty()) {
            attribute(name.local(), value);
        } else if (name.namespace().equals(XMLConstants.XML_NS_URI)) {
            attribute("xml:" + name.local(), value);
        } else {
            String prefix = "a" + out.length();
            attribute("xmlns:" + prefix, name.namespace());
            attribute(prefix + ":" + name.local(), value);
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
    }

    /** Write text; what XML cannot say is replaced. */
    public XmlWriter text(String text) {
        escape(text, false);
        return this;
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                escape(c, inAttribute);
            }
        }
    }

    private void escape(char c, boolean inAttribute) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#13;");
            case '"', '\t', '\n' -> out.append(inAttribute ? "&#" + (int) c + ";" : String.valueOf(c));
            default -> out.append(isCharacter(c) ? c : REPLACEMENT);
        }
    }

    private static boolean isCharacter(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF';
    }

    /** Return what has been written since this was last asked, and forget it. */
    public String take() {
        String written = out.toString();
        out.setLength(0);
        return written;
    }

    /** Return what has been written. */
    @Override
    public String toString() {
        return out.toString();
    }
}

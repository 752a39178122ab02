package io.github.postfixture.xml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element with what is in it. Immutable. */
public final class XmlElement implements XmlNode {

    private final XmlName name;
    private final String prefix;
    private final Map<XmlName, String> attributes;
    private final List<XmlNode> content;

    XmlElement(XmlName name, String prefix, Map<XmlName, String> attributes, List<XmlNode> content) {
        this.name = name;
        this.prefix = prefix;
        this.attributes = Map.copyOf(attributes);
        this.content = List.copyOf(content);
    }

    /** Make an element without attributes. */
    public static XmlElement of(XmlName name, XmlNode... content) {
        return of(name, Arrays.asList(content));
    }

    /** Make an element without attributes. */
    public static XmlElement of(XmlName name, List<? extends XmlNode> content) {
        return new XmlElement(name, "", Map.of(), List.copyOf(content));
    }

    /** Make an element of text. */
    public static XmlElement of(XmlName name, String text) {
        return of(name, new XmlText(text));
    }

    /** Return a copy with an attribute, in place of one of that name. */
    public XmlElement with(XmlName attribute, String value) {
        Map<XmlName, String> others = new HashMap<>(attributes);
        others.put(attribute, value);
        return new XmlElement(name, prefix, others, content);
    }

    /** Return its name. */
    public XmlName name() {
        return name;
    }

    /** Return whether it is called so. */
    public boolean is(XmlName other) {
        return name.equals(other);
    }

    /** Return the prefix that its name was read with; empty for none. */
    public String prefix() {
        return prefix;
    }

    /** Return the name as it was read. */
    public String qualifiedName() {
        return prefix.isEmpty() ? name.local() : prefix + ":" + name.local();
    }

    /** Return the attributes, without declarations of namespaces. */
    public Map<XmlName, String> attributes() {
        return attributes;
    }

    /** Return an attribute without a namespace. */
    public Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(new XmlName("", local)));
    }

    /** Return what is in it, in order. */
    public List<XmlNode> content() {
        return content;
    }

    /** Return the elements in it, in order. */
    public List<XmlElement> elements() {
        return stream(XmlElement.class).toList();
    }

    /** Return the elements of that name in it, in order. */
    public List<XmlElement> elements(XmlName child) {
        return stream(XmlElement.class).filter(element -> element.is(child)).toList();
    }

    /** Return the first element of that name in it. */
    public Optional<XmlElement> element(XmlName child) {
        return stream(XmlElement.class).filter(element -> element.is(child)).findFirst();
    }

    /** Return whether there is an element of that name in it. */
    public boolean has(XmlName child) {
        return element(child).isPresent();
    }

    /** Return the text in it, but not that of elements in it. */
    public String text() {
        return stream(XmlText.class).map(XmlText::text).collect(Collectors.joining());
    }

    private <T> Stream<T> stream(Class<T> kind) {
        return content.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}

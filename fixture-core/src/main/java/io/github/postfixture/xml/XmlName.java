package io.github.postfixture.xml;

/**
 * The name of an element or an attribute (Namespaces in XML, section 2.1).
 *
 * @param namespace the name of its namespace; empty for none
 */
public record XmlName(String namespace, String local) implements Comparable<XmlName> {

    @Override
    public int compareTo(XmlName other) {
        return toString().compareTo(other.toString());
    }

    /** Return it with its namespace in braces, such as {@code {DAV:}href}. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? local : "{" + namespace + "}" + local;
    }
}

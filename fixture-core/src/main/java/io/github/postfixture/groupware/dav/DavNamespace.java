package io.github.postfixture.groupware.dav;

import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import io.github.postfixture.xml.XmlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The namespaces of elements and properties, and how they are written. */
enum DavNamespace {
    /** WebDAV. */
    DAV("DAV:", "D"),
    /** CalDAV. */
    CALDAV("urn:ietf:params:xml:ns:caldav", "C"),
    /** CardDAV. */
    CARDDAV("urn:ietf:params:xml:ns:carddav", "CR"),
    /** Apple's Calendar Server. */
    CALENDAR_SERVER("http://calendarserver.org/ns/", "CS");

    /** The prefixes by namespace. */
    static final Map<String, String> PREFIXES =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.uri, each -> each.prefix));

    private final String uri;
    private final String prefix;

    DavNamespace(String uri, String prefix) {
        this.uri = uri;
        this.prefix = prefix;
    }

    XmlName name(String local) {
        return new XmlName(uri, local);
    }

    XmlElement element(String local, XmlNode... content) {
        return XmlElement.of(name(local), content);
    }

    XmlElement element(String local, List<? extends XmlNode> content) {
        return XmlElement.of(name(local), content);
    }

    XmlElement element(String local, String text) {
        return XmlElement.of(name(local), text);
    }
}

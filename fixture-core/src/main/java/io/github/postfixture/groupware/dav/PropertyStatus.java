package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** What has become of properties (RFC 4918 section 14.22). */
final class PropertyStatus {

    private PropertyStatus() {}

    static XmlElement of(int status, List<XmlElement> properties) {
        return DAV.element("propstat", DAV.element("prop", properties), status(status));
    }

    /** Return the status as a line of HTTP. */
    static XmlElement status(int status) {
        String phrase = switch (status) {
            case 200 -> "OK";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 423 -> "Locked";
            case 424 -> "Failed Dependency";
            case 507 -> "Insufficient Storage";
            default -> "Conflict";
        };
        return DAV.element("status", "HTTP/1.1 " + status + " " + phrase);
    }

    /** Tell that some properties cannot be set, and that the others are not for that reason. */
    static List<XmlElement> refused(List<XmlElement> all, List<XmlElement> wrong) {
        List<XmlElement> statuses = new ArrayList<>();
        statuses.add(DAV.element(
                "propstat",
                DAV.element("prop", emptied(wrong)),
                status(403),
                DAV.element("error", DAV.element("cannot-modify-protected-property"))));
        List<XmlElement> others =
                all.stream().filter(property -> !wrong.contains(property)).toList();
        if (!others.isEmpty()) {
            statuses.add(of(424, emptied(others)));
        }
        return statuses;
    }

    /** Return the properties without their values. */
    static List<XmlElement> emptied(List<XmlElement> properties) {
        return properties.stream()
                .map(XmlElement::name)
                .distinct()
                .map(XmlElement::of)
                .toList();
    }
}

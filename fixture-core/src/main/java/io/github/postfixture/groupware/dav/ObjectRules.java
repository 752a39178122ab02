package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ComponentStream;
import io.github.postfixture.ical.SyntaxFinding;
import io.github.postfixture.xml.XmlElement;
import java.util.Optional;

/** What a collection asks of an object by itself. */
@FunctionalInterface
interface ObjectRules {

    /**
     * Check an object.
     *
     * @return its UID
     * @throws DavRefusal if it cannot be in the collection
     */
    String check(StoredCollection parent, NewObject made) throws DavRefusal;

    /** Return the one component that an object consists of; refuse one that is damaged, but not for its line ends. */
    static Component only(NewObject made, String name, XmlElement condition) throws DavRefusal {
        ComponentStream stream = ComponentStream.read(made.content().toByteArray());
        Optional<String> damage = stream.findings().stream()
                .map(SyntaxFinding::toString)
                .filter(finding -> !finding.contains("ends with LF alone"))
                .findFirst();
        if (damage.isPresent()) {
            throw DavRefusal.of(403, condition, "The object is damaged: " + damage.get());
        } else if (stream.components().size() != 1
                || !stream.components().get(0).isNamed(name)) {
            throw DavRefusal.of(403, condition, "The object must be one " + name + ", and nothing else");
        }
        return stream.components().get(0);
    }

    /** Refuse a media type that is another than that of the objects here. */
    static void requireType(NewObject made, String type, XmlElement condition) throws DavRefusal {
        String given = made.contentType().orElse(type);
        boolean isNone = given.startsWith("application/octet-stream");
        if (!isNone && !given.regionMatches(true, 0, type, 0, type.length())) {
            throw DavRefusal.of(403, condition, "The Content-Type must be " + type + ", and not " + given);
        }
    }
}

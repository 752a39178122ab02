package io.github.postfixture.groupware.store;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An event, a task, a contact or a file, as it was put.
 *
 * @param content the bytes
 * @param contentType the media type that was given with them
 * @param uid what identifies it within its collection whatever its name, if anything does
 * @param etag the strong entity tag, in quotes
 */
public record StoredObject(
        Octets content,
        String contentType,
        Optional<String> uid,
        String etag,
        Instant created,
        Instant modified,
        Map<XmlName, XmlElement> properties)
        implements StoredItem {

    public StoredObject {
        properties = Map.copyOf(properties);
    }

    StoredObject withProperties(Map<XmlName, XmlElement> others) {
        return new StoredObject(content, contentType, uid, etag, created, modified, others);
    }

    StoredObject copiedAt(Instant now, String newTag) {
        return new StoredObject(content, contentType, uid, newTag, now, now, properties);
    }

    /** Return the tag and the length, such as {@code "4-1f" (120 bytes)}. */
    @Override
    public String toString() {
        return etag + " (" + content.length() + " bytes)";
    }
}

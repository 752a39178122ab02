package io.github.postfixture.groupware.store;

import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.time.Instant;
import java.util.Map;

/** What is stored at a path: a collection or an object. */
public sealed interface StoredItem permits StoredCollection, StoredObject {

    /** Return when it was made. */
    Instant created();

    /** Return when it was changed last. */
    Instant modified();

    /** Return the properties that clients have given it, as they wrote them. */
    Map<XmlName, XmlElement> properties();
}

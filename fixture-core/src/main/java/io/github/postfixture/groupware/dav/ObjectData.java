package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The contents of objects, as a report gives them. */
interface ObjectData {

    /** Return the element with the content of an object; nothing if the client does not ask for it. */
    Optional<XmlElement> of(StoredObject object);

    /** Return the content of a resource, if it is an object. */
    default Optional<XmlElement> of(Resource resource) {
        return resource.object().flatMap(this::of);
    }

    /** Return the element of a request that says which part of the contents it wants. */
    static Optional<XmlElement> wanted(PropertySelection selection, XmlName name) {
        return selection.wanted().stream().filter(element -> element.is(name)).findFirst();
    }

    /** Return the whole content. */
    static String whole(StoredObject object) {
        return new String(object.content().toByteArray(), StandardCharsets.UTF_8);
    }
}

package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.groupware.store.StoredItem;
import io.github.postfixture.groupware.store.StoredObject;
import java.util.Optional;

/** Something that is stored, and where. */
record Resource(ResourcePath path, StoredItem item) {

    Optional<StoredCollection> collection() {
        return item instanceof StoredCollection collection ? Optional.of(collection) : Optional.empty();
    }

    Optional<StoredObject> object() {
        return item instanceof StoredObject object ? Optional.of(object) : Optional.empty();
    }

    boolean is(CollectionKind kind) {
        return collection().filter(collection -> collection.kind() == kind).isPresent();
    }
}

package io.github.postfixture.groupware.dav;

import io.github.postfixture.octets.Octets;
import java.util.Optional;

/**
 * An object that a client puts.
 *
 * @param contentType the media type that it gives; nothing if it gives none
 */
record NewObject(Optional<String> contentType, Octets content) {

    static NewObject of(Optional<String> contentType, Octets content) {
        return new NewObject(contentType.filter(type -> !type.isBlank()), content);
    }
}

package io.github.postfixture.web.engine;

import java.util.Optional;

/** The media types that the extensions of file names stand for. Safe for use by several threads. */
public interface MediaTypes {

    /** Know none. */
    MediaTypes NONE = fileName -> Optional.empty();

    /** Return the type of a file with this name, without a charset, if its extension is known. */
    Optional<String> of(String fileName);
}

package io.github.postfixture.web.site;

import java.util.List;
import java.util.Optional;

/** Folders and documents. Safe for several threads. */
interface Tree extends AutoCloseable {

    /**
     * Return what stands at a path.
     *
     * @param segments the names from the root on; none of them has a slash, a backslash or a NUL, or is made of dots
     */
    Optional<Node> find(List<String> segments);

    @Override
    default void close() {}
}

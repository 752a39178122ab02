package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ResponseBody;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What stands in a tree, as it was when it was looked up. */
sealed interface Node {

    /** Return its name, without a slash. */
    String name();

    /** Return when it last changed. */
    Instant changed();

    /** A document; its length is that of its content. */
    record Document(String name, Instant changed, ResponseBody content) implements Node {

        long length() {
            return content.length();
        }
    }

    /** A folder, and how to find what is in it. */
    record Folder(String name, Instant changed, Supplier<List<Node>> children) implements Node {}
}

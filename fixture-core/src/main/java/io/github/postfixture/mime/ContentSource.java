package io.github.postfixture.mime;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a body part before they are encoded; they are asked for more than once, and the same each time. */
@FunctionalInterface
public interface ContentSource {

    /** Write the bytes. */
    void writeTo(OutputStream output) throws IOException;
}

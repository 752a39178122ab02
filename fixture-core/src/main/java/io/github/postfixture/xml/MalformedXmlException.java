package io.github.postfixture.xml;

import org.jspecify.annotations.Nullable;

/** Something is no XML, or none that is read here. */
public final class MalformedXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedXmlException(@Nullable String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Return what is wrong with it. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

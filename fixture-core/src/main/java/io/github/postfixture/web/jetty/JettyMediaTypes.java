package io.github.postfixture.web.jetty;

import java.util.Optional;
import org.eclipse.jetty.http.MimeTypes;

/** The media types that file names promise. */
public final class JettyMediaTypes {

    private JettyMediaTypes() {}

    /** Return the type of a file with this name, without a charset, if its extension is known. */
    public static Optional<String> of(String fileName) {
        return Optional.ofNullable(MimeTypes.DEFAULTS.getMimeByExtension(fileName));
    }
}

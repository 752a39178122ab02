package io.github.postfixture.web;

import io.github.postfixture.web.jetty.Multipart;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** One part of a form that was sent as {@code multipart/form-data} (RFC 7578). Immutable. */
public final class Part {

    private final Multipart.Section section;

    Part(Multipart.Section section) {
        this.section = section;
    }

    /** Return the name of the field. */
    public String name() {
        return section.name();
    }

    /** Return the name of the file, if the part carries one. */
    public Optional<String> fileName() {
        return section.fileName();
    }

    /** Return the header fields of the part. */
    public HttpHeaders headers() {
        return Content.headers(section.fields());
    }

    /** Return the content as text, in the charset that its type names or else in UTF-8. */
    public String text() {
        return Content.text(headers(), section.body());
    }

    /** Return a copy of the content. */
    public byte[] bytes() {
        return section.body().toByteArray();
    }

    /** Return the name, the file name and the length. */
    @Override
    public String toString() {
        return name() + fileName().map(file -> " (" + file + ")").orElse("") + ", "
                + section.body().length() + " bytes";
    }
}

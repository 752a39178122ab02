package io.github.postfixture.web.request;

import io.github.postfixture.mime.HeaderField;
import io.github.postfixture.mime.Message;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.FieldText;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One part of content of a multipart type, above all of a form that was sent as {@code multipart/form-data} (RFC 7578). Immutable. */
public final class Part {

    private static final String DISPOSITION = "Content-Disposition";

    private final HttpHeaders headers;
    private final Octets body;

    private Part(HttpHeaders headers, Octets body) {
        this.headers = headers;
        this.body = body;
    }

    static List<Part> of(String contentType, Octets content) {
        String head = "Content-Type: " + FieldText.octets(contentType) + "\r\n\r\n";
        return Message.of(content.behind(head.getBytes(StandardCharsets.ISO_8859_1))).root().parts().stream()
                .map(part -> new Part(headers(part.header().fields()), part.body()))
                .toList();
    }

    private static HttpHeaders headers(List<HeaderField> fields) {
        return HttpContent.headers(fields.stream()
                .map(field -> Map.entry(field.name(), FieldText.of(field.value())))
                .toList());
    }

    /** Return the name of the field; empty if it has none. */
    public String name() {
        return HttpContent.parameter(headers, DISPOSITION, "name").orElse("");
    }

    /** Return the name of the file, if the part carries one. */
    public Optional<String> fileName() {
        return HttpContent.parameter(headers, DISPOSITION, "filename");
    }

    /** Return the header fields of the part. */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * Return the content as text, in the charset that its type names or else in UTF-8.
     *
     * @throws IllegalArgumentException if the charset is unknown
     */
    public String text() {
        return HttpContent.text(headers, body);
    }

    /** Return what speaks against the charset of the text, to follow what is said of it; nothing if nothing does. */
    String charsetNote() {
        return HttpContent.charsetNote(headers, bytes());
    }

    /** Return a copy of the content. */
    public byte[] bytes() {
        return body.toByteArray();
    }

    /** Return the name, the file name and the length. */
    @Override
    public String toString() {
        return name() + fileName().map(file -> " (" + file + ")").orElse("") + ", " + body.length() + " bytes";
    }
}

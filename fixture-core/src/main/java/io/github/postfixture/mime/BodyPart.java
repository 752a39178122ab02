package io.github.postfixture.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A part of a message to be written (RFC 2045 section 2.5): a text, a file, or parts in turn. Immutable: every method
 * returns a new one.
 */
public final class BodyPart {

    private final ContentType type;
    private final Optional<ContentType> disposition;
    private final List<ComposedField> fields;
    private final Optional<ContentSource> content;
    private final List<BodyPart> parts;

    private BodyPart(
            ContentType type,
            Optional<ContentType> disposition,
            List<ComposedField> fields,
            Optional<ContentSource> content,
            List<BodyPart> parts) {
        this.type = type;
        this.disposition = disposition;
        this.fields = List.copyOf(fields);
        this.content = content;
        this.parts = List.copyOf(parts);
    }

    /** Make a text of a subtype such as {@code plain} or {@code html}; its line breaks become those of mail, CRLF. */
    public static BodyPart text(String subtype, String text) {
        byte[] bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return of("text/" + subtype + "; charset=UTF-8", output -> output.write(bytes));
    }

    /**
     * Make a part of some bytes, which are written in the transfer encoding that suits them; a message within the
     * message is written as it is (RFC 2046 section 5.2.1).
     *
     * @throws IllegalArgumentException if it is no media type
     */
    public static BodyPart of(String mediaType, ContentSource content) {
        return new BodyPart(ContentType.parse(mediaType), Optional.empty(), List.of(), Optional.of(content), List.of());
    }

    /** Make a multipart of a subtype such as {@code mixed}; its boundary is none of the lines of its parts. */
    public static BodyPart multipart(String subtype, BodyPart... parts) {
        return new BodyPart(
                ContentType.parse("multipart/" + subtype),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Arrays.asList(parts));
    }

    /**
     * Say that it is a file of a name, to be saved (RFC 2183); an empty name is left out.
     *
     * @throws IllegalArgumentException if the name has control characters
     */
    public BodyPart attachment(String fileName) {
        return disposed("attachment", fileName);
    }

    /** Say that it is shown where the HTML refers to {@code cid:} and this id (RFC 2392), given without brackets. */
    public BodyPart inline(String contentId, String fileName) {
        return disposed("inline", fileName).header("Content-ID", "<" + contentId + ">");
    }

    /** Add a header field. */
    public BodyPart header(String name, String value) {
        List<ComposedField> more = new ArrayList<>(fields);
        more.add(ComposedField.of(name, value));
        return new BodyPart(type, disposition, more, content, parts);
    }

    /** Set a parameter of its media type. */
    public BodyPart parameter(String name, String value) {
        return new BodyPart(type.with(name, value), disposition, fields, content, parts);
    }

    ContentType type() {
        return type;
    }

    Optional<ContentSource> content() {
        return content;
    }

    List<BodyPart> parts() {
        return parts;
    }

    /** Return its fields but for the type and the transfer encoding. */
    String header(boolean utf8) {
        StringBuilder header = new StringBuilder();
        disposition.ifPresent(value -> header.append(value.written("Content-Disposition", utf8)));
        fields.forEach(field -> header.append(field.written(utf8)));
        return header.toString();
    }

    private BodyPart disposed(String how, String fileName) {
        if (!ContentType.isOneLine(fileName)) {
            throw new IllegalArgumentException(
                    "name (" + fileName + ") must be that of a file, without control characters");
        }
        ContentType value = new ContentType(how, List.of());
        return fileName.isEmpty()
                ? new BodyPart(type, Optional.of(value), fields, content, parts)
                : new BodyPart(
                        type.with("name", fileName),
                        Optional.of(value.with("filename", fileName)),
                        fields,
                        content,
                        parts);
    }
}

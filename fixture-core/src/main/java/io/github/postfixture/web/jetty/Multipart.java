package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Takes content of type {@code multipart/form-data} apart (RFC 7578). */
public final class Multipart {

    private Multipart() {}

    /**
     * Return the sections of a content, those before the first error if it is broken.
     *
     * @param contentType the value of the header field, with the boundary
     */
    public static List<Section> sections(String contentType, Octets body) {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null) {
            return List.of();
        }
        Collector sections = new Collector();
        MultiPart.Parser parser = new MultiPart.Parser(boundary, sections);
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(body.toByteArray()), true));
        return List.copyOf(sections.found);
    }

    /**
     * One section.
     *
     * @param name the name of the field
     * @param fileName the name of the file, if there is one
     * @param fields the header fields, in order
     * @param body the content
     */
    public record Section(
            String name, Optional<String> fileName, List<Map.Entry<String, String>> fields, Octets body) {}

    private static final class Collector extends MultiPart.AbstractPartsListener {

        private final List<Section> found = new ArrayList<>();
        private Octets.Collector body = new Octets.Collector();

        @Override
        public void onPartContent(Content.Chunk chunk) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(bytes);
            body.add(bytes, 0, bytes.length);
        }

        @Override
        public void onPart(@Nullable String name, @Nullable String fileName, HttpFields headers) {
            found.add(new Section(
                    name == null ? "" : name,
                    Optional.ofNullable(fileName),
                    RecordedResponse.copy(headers),
                    body.collected()));
            body = new Octets.Collector();
        }
    }
}

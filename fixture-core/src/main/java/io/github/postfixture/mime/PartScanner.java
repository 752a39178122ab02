package io.github.postfixture.mime;

import io.github.postfixture.net.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the structure of a message in one walk over its lines (RFC 2046 section 5.1). A boundary of an outer multipart
 * ends all inner ones; what is missing is done without.
 */
final class PartScanner {

    private static final int DEEPEST = 100;
    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_BOUNDARY = 1000;

    private final Octets octets;
    private final Lines lines;
    private final Map<String, Integer> boundaries = new HashMap<>();
    private int parts;

    private PartScanner(Octets octets) {
        this.octets = octets;
        lines = new Lines(octets);
    }

    static Part scan(Octets message) {
        return new PartScanner(message).part(MediaType.TEXT, 0);
    }

    /** Read only the header of a message: the fields up to the blank line, or up to what is no field. */
    static Header scanHeader(Octets message) {
        return new PartScanner(message).header();
    }

    private Part part(MediaType undeclared, int depth) {
        Header header = header();
        MediaType type = MediaType.of(header, undeclared);
        long start = lines.start();
        List<Part> within = within(type, depth + 1);
        skipToDelimiter();
        long end = lines.atEnd() ? octets.length() : Math.max(start, lines.previousEnd());
        return new Part(header, readable(type, within), octets.slice(start, end), within);
    }

    private Header header() {
        long start = lines.start();
        boolean begun = false;
        while ((Header.isField(lines) && delimiter().isEmpty()) || (begun && lines.isFolded())) {
            begun = true;
            lines.advance();
        }
        if (!lines.atEnd() && lines.isBlank()) {
            lines.advance();
        }
        return new Header(octets.slice(start, lines.start()));
    }

    private List<Part> within(MediaType type, int depth) {
        String boundary = type.parameter("boundary").orElse("").stripTrailing();
        if (type.isMultipart() && !boundary.isEmpty() && depth <= DEEPEST) {
            return multipart(boundary, type.subtype().equals("digest") ? MediaType.MESSAGE : MediaType.TEXT, depth);
        }
        return type.is("message", "rfc822") && depth <= DEEPEST ? List.of(part(MediaType.TEXT, depth)) : List.of();
    }

    private List<Part> multipart(String boundary, MediaType undeclared, int depth) {
        Integer outer = boundaries.put(boundary, depth);
        List<Part> found = new ArrayList<>();
        skipToDelimiter();
        while (isAt(new Delimiter(depth, false)) && parts < MOST_PARTS) {
            parts++;
            lines.advance();
            found.add(part(undeclared, depth));
        }
        if (isAt(new Delimiter(depth, true))) {
            lines.advance();
        }
        restore(boundary, outer);
        return found;
    }

    private void restore(String boundary, @Nullable Integer outer) {
        boundaries.remove(boundary);
        if (outer != null) {
            boundaries.put(boundary, outer);
        }
    }

    private void skipToDelimiter() {
        while (!lines.atEnd() && delimiter().isEmpty()) {
            lines.advance();
        }
    }

    private boolean isAt(Delimiter wanted) {
        return delimiter().filter(wanted::equals).isPresent();
    }

    private Optional<Delimiter> delimiter() {
        if (!lines.startsWith('-', '-') || lines.length() > LONGEST_BOUNDARY) {
            return Optional.empty();
        }
        String name = lines.text().substring(2).stripTrailing();
        return delimiter(name, false)
                .or(() ->
                        name.endsWith("--") ? delimiter(name.substring(0, name.length() - 2), true) : Optional.empty());
    }

    private Optional<Delimiter> delimiter(String boundary, boolean closes) {
        return Optional.ofNullable(boundaries.get(boundary)).map(depth -> new Delimiter(depth, closes));
    }

    private static MediaType readable(MediaType type, List<Part> within) {
        boolean composed = type.isMultipart() || type.is("message", "rfc822");
        return composed && within.isEmpty() ? MediaType.TEXT : type;
    }

    private record Delimiter(int depth, boolean closes) {}
}

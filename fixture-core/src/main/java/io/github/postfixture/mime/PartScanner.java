package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
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
    private final Map<Integer, String> almostBoundaries = new HashMap<>();
    private int parts;

    private PartScanner(Octets octets) {
        this.octets = octets;
        lines = new Lines(octets);
    }

    static MimePart scan(Octets message) {
        return new PartScanner(message).part(MediaType.TEXT, 0);
    }

    /** Read only the header of a message, up to and including the blank line. */
    static Header scanHeader(Octets message) {
        return new PartScanner(message).header();
    }

    private MimePart part(MediaType undeclared, int depth) {
        Header header = header();
        MediaType type = MediaType.of(header, undeclared);
        long start = lines.start();
        boolean encoded = type.isComposite() && TransferEncoding.encodes(TransferEncoding.declared(header));
        boolean asItStands = !encoded || type.isMultipart() || Header.isField(lines);
        Inside inside = asItStands ? inside(type, depth + 1) : Inside.NOTHING;
        skipToDelimiter();
        long end = lines.atEnd() ? octets.length() : Math.max(start, lines.previousEnd());
        Octets body = octets.slice(start, end);
        if (encoded) {
            inside = decoded(header, type, body, inside, depth + 1);
        }
        return new MimePart(header, readable(type, inside.parts()), body, inside.parts(), inside.defects());
    }

    private Header header() {
        long start = lines.start();
        while (!lines.atEnd() && !lines.isBlank() && delimiter().isEmpty()) {
            lines.advance();
        }
        if (!lines.atEnd() && lines.isBlank()) {
            lines.advance();
        }
        return new Header(octets.slice(start, lines.start()));
    }

    private Inside inside(MediaType type, int depth) {
        if (type.isComposite() && depth > DEEPEST) {
            return Inside.unread("lies more than " + DEEPEST + " deep");
        }
        if (type.isMultipart()) {
            String boundary = type.boundary();
            return boundary.isEmpty() ? Inside.unread("names no boundary") : multipart(type, boundary, depth);
        }
        return type.isComposite() ? new Inside(List.of(part(MediaType.TEXT, depth)), List.of()) : Inside.NOTHING;
    }

    /** Read what must not be encoded as a whole (RFC 2045 section 6.4) and says that it is. */
    private Inside decoded(Header header, MediaType type, Octets body, Inside asItStands, int depth) {
        String encoding = TransferEncoding.declared(header);
        Inside inside = asItStands;
        if (inside.parts().isEmpty()) {
            PartScanner scanner = new PartScanner(Octets.of(TransferEncoding.decode(encoding, body)));
            scanner.parts = parts;
            inside = scanner.inside(type, depth);
            parts = scanner.parts;
        }
        return inside.with("must not be encoded as a whole, but declares " + encoding);
    }

    private Inside multipart(MediaType type, String boundary, int depth) {
        Integer outer = boundaries.put(boundary, depth);
        MediaType undeclared = type.subtype().equals("digest") ? MediaType.MESSAGE : MediaType.TEXT;
        List<MimePart> found = new ArrayList<>();
        skipToDelimiter();
        while (isAt(new Delimiter(depth, false)) && parts < MOST_PARTS) {
            parts++;
            lines.advance();
            found.add(part(undeclared, depth));
        }
        List<String> defects = defects(found, boundary, depth);
        if (isAt(new Delimiter(depth, true))) {
            lines.advance();
        }
        restore(boundary, outer);
        return new Inside(found, defects);
    }

    private List<String> defects(List<MimePart> found, String boundary, int depth) {
        List<String> defects = new ArrayList<>();
        String shown = Charsets.guess(boundary);
        if (found.isEmpty()) {
            defects.add("has no part: there is no line --" + shown);
        } else if (isAt(new Delimiter(depth, false))) {
            defects.add("has more than " + MOST_PARTS + " parts");
        } else if (!isAt(new Delimiter(depth, true))) {
            defects.add("does not end: there is no line --" + shown + "--");
        }
        String almost = almostBoundaries.remove(depth);
        if (almost != null) {
            defects.add("has a line that only begins like its boundary: " + Charsets.guess(almost));
        }
        return defects;
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
        Optional<Delimiter> delimiter = delimiter(name, false)
                .or(() ->
                        name.endsWith("--") ? delimiter(name.substring(0, name.length() - 2), true) : Optional.empty());
        if (delimiter.isEmpty()) {
            boundaries.forEach((boundary, depth) -> note(name, boundary, depth));
        }
        return delimiter;
    }

    private Optional<Delimiter> delimiter(String boundary, boolean closes) {
        return Optional.ofNullable(boundaries.get(boundary)).map(depth -> new Delimiter(depth, closes));
    }

    private void note(String line, String boundary, int depth) {
        if (line.startsWith(boundary)) {
            almostBoundaries.putIfAbsent(depth, "--" + line);
        }
    }

    private static MediaType readable(MediaType type, List<MimePart> within) {
        return type.isComposite() && within.isEmpty() ? MediaType.TEXT : type;
    }

    private record Delimiter(int depth, boolean closes) {}

    /**
     * What is in a part.
     *
     * @param parts the parts of a multipart, or the one message
     * @param defects what is wrong with them
     */
    private record Inside(List<MimePart> parts, List<String> defects) {

        static final Inside NOTHING = new Inside(List.of(), List.of());

        static Inside unread(String why) {
            return new Inside(List.of(), List.of(why));
        }

        Inside with(String defect) {
            List<String> all = new ArrayList<>(defects);
            all.add(defect);
            return new Inside(parts, all);
        }
    }
}

package io.github.postfixture.mime;

import io.github.postfixture.net.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The header of a message or of a part. Immutable. */
public final class Header {

    private static final int LONGEST_NAME = 1000;

    private final Octets octets;

    Header(Octets octets) {
        this.octets = octets;
    }

    /** Return whether a line begins a field: a name and a colon. */
    static boolean isField(Lines line) {
        String name = line.length() == 0 ? "" : line.upTo(':').stripTrailing();
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().allMatch(c -> c > ' ');
    }

    /** Return the whole header, with the blank line that ends it if there is one. */
    public Octets octets() {
        return octets;
    }

    /** Return the fields in their order. */
    public List<HeaderField> fields() {
        List<HeaderField> fields = new ArrayList<>();
        Lines lines = new Lines(octets);
        while (!lines.atEnd() && !lines.isBlank()) {
            fields.add(field(lines));
        }
        return fields;
    }

    /** Return the values of all fields of a name, in any letter case: unfolded, not decoded. */
    public List<String> values(String name) {
        return fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .toList();
    }

    /** Return the value of the first field of a name, in any letter case: unfolded, not decoded. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** Return the fields whose names are wanted, as they stand, and the blank line if there is one. */
    public Octets only(Predicate<String> wanted) {
        Octets.Collector collector = new Octets.Collector();
        fields().stream().filter(field -> wanted.test(field.name())).forEach(field -> add(collector, field.octets()));
        add(collector, blankLine());
        return collector.collected();
    }

    private HeaderField field(Lines lines) {
        String name = lines.upTo(':').stripTrailing();
        long start = lines.start();
        do {
            lines.advance();
        } while (lines.isFolded());
        return new HeaderField(name, octets.slice(start, lines.start()));
    }

    private Octets blankLine() {
        Lines lines = new Lines(octets);
        while (!lines.atEnd() && !lines.isBlank()) {
            lines.advance();
        }
        return octets.slice(lines.start(), octets.length());
    }

    private static void add(Octets.Collector collector, Octets added) {
        byte[] bytes = added.toByteArray();
        collector.add(bytes, 0, bytes.length);
    }
}

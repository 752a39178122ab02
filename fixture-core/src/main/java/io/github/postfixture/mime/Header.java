package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header of a message or of a part. Immutable; its fields are found when they are first asked for. */
public final class Header {

    private static final int LONGEST_NAME = 1000;

    private final Octets octets;
    private volatile @Nullable List<HeaderField> lines;

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
        return lines().stream().filter(field -> !field.name().isEmpty()).toList();
    }

    /** Return the lines that are no fields, and belong to none, as fields without names. */
    public List<HeaderField> malformed() {
        return lines().stream().filter(field -> field.name().isEmpty()).toList();
    }

    /** Return the values of all fields of a name, in any letter case: unfolded, not decoded. */
    public List<String> values(String name) {
        return named(name).map(HeaderField::value).toList();
    }

    /** Return the value of the first field of a name, in any letter case: unfolded, not decoded. */
    public Optional<String> value(String name) {
        return named(name).findFirst().map(HeaderField::value);
    }

    /** Return the texts of all fields of a name, in any letter case: unfolded and decoded. */
    public List<String> texts(String name) {
        return named(name).map(HeaderField::text).toList();
    }

    /** Return the text of the first field of a name, in any letter case: unfolded and decoded. */
    public Optional<String> text(String name) {
        return named(name).findFirst().map(HeaderField::text);
    }

    /** Return the addresses in all fields of a name, in any letter case, with the begin and the end of groups. */
    public List<Address> addresses(String name) {
        return Address.parse(String.join(", ", values(name)));
    }

    /** Return the first address in {@code Return-Path}; without that field, in {@code From}; empty if there is none. */
    public String returnPath() {
        return addresses(value("Return-Path").isPresent() ? "Return-Path" : "From").stream()
                .filter(address -> address.kind() == Address.Kind.MAILBOX)
                .findFirst()
                .map(Address::spec)
                .orElse("");
    }

    /**
     * Return the fields whose names are wanted, as they stand, and the blank line if there is one. A line that is no field
     * has an empty name.
     */
    public Octets only(Predicate<String> wanted) {
        Octets.Collector collector = new Octets.Collector();
        lines().stream().filter(field -> wanted.test(field.name())).forEach(field -> add(collector, field.octets()));
        add(collector, blankLine());
        return collector.collected();
    }

    private Stream<HeaderField> named(String name) {
        return lines().stream().filter(field -> field.name().equalsIgnoreCase(name));
    }

    private List<HeaderField> lines() {
        List<HeaderField> known = lines;
        if (known == null) {
            known = read();
            lines = known;
        }
        return known;
    }

    private List<HeaderField> read() {
        List<HeaderField> fields = new ArrayList<>();
        Lines walk = new Lines(octets);
        while (!walk.atEnd() && !walk.isBlank()) {
            fields.add(field(walk));
        }
        return fields;
    }

    private HeaderField field(Lines walk) {
        String name = isField(walk) ? walk.upTo(':').stripTrailing() : "";
        long start = walk.start();
        do {
            walk.advance();
        } while (walk.isFolded());
        return new HeaderField(name, octets.slice(start, walk.start()));
    }

    private Octets blankLine() {
        Lines walk = new Lines(octets);
        while (!walk.atEnd() && !walk.isBlank()) {
            walk.advance();
        }
        return octets.slice(walk.start(), octets.length());
    }

    private static void add(Octets.Collector collector, Octets added) {
        byte[] bytes = added.toByteArray();
        collector.add(bytes, 0, bytes.length);
    }
}

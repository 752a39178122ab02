package io.github.postfixture.web.site;

import java.util.ArrayList;
import java.util.List;

/** The bytes from a first to a last one, both included. */
record ByteRange(long first, long last) {

    long length() {
        return last - first + 1;
    }

    /** Return the value of {@code Content-Range}. */
    String of(long total) {
        return "bytes " + first + "-" + last + "/" + total;
    }

    static long total(List<ByteRange> ranges) {
        return ranges.stream().mapToLong(ByteRange::length).sum();
    }

    /** Join each range with the one before it if they touch. */
    static List<ByteRange> merge(List<ByteRange> ranges) {
        List<ByteRange> merged = new ArrayList<>();
        for (ByteRange range : ranges) {
            ByteRange before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && before.touches(range)) {
                merged.set(merged.size() - 1, before.with(range));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    private boolean touches(ByteRange other) {
        return other.first <= last + 1 && first <= other.last + 1;
    }

    private ByteRange with(ByteRange other) {
        return new ByteRange(Math.min(first, other.first), Math.max(last, other.last));
    }
}

package io.github.postfixture.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a document that a client asks for (RFC 9110, section 14).
 *
 * @param satisfiable those that are there
 * @param isNonsense whether what was asked for cannot be understood
 */
record Ranges(List<ByteRange> satisfiable, boolean isNonsense) {

    private static final Pattern BYTES = Pattern.compile("(?i)\\s*bytes\\s*=(.*)");
    private static final Pattern RANGE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    /** Return the ranges of a document, or nothing if its whole is asked for, in a unit we do not know included. */
    static Optional<Ranges> of(SiteRequest request, long length) {
        Optional<String> range = request.reads() ? request.rules().range(request) : Optional.empty();
        return range.map(BYTES::matcher)
                .filter(Matcher::matches)
                .map(bytes -> parse(request.rules().split(bytes.group(1)), length));
    }

    private static Ranges parse(List<String> list, long length) {
        List<ByteRange> satisfiable = new ArrayList<>();
        for (String one : list) {
            Matcher range = RANGE.matcher(one);
            if (!range.matches() || isNonsense(range.group(1), range.group(2))) {
                return new Ranges(List.of(), true);
            }
            ByteRange found = resolve(range.group(1), range.group(2), length);
            if (found.first() < length && found.first() <= found.last()) {
                satisfiable.add(found);
            }
        }
        return new Ranges(satisfiable, list.isEmpty());
    }

    private static boolean isNonsense(String first, String last) {
        boolean isEmpty = first.isEmpty() && last.isEmpty();
        boolean isSpan = !first.isEmpty() && !last.isEmpty();
        return isEmpty || (isSpan && Long.parseLong(last) < Long.parseLong(first));
    }

    private static ByteRange resolve(String first, String last, long length) {
        if (first.isEmpty()) {
            return new ByteRange(Math.max(0, length - Long.parseLong(last)), length - 1);
        }
        long end = last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        return new ByteRange(Long.parseLong(first), end);
    }
}

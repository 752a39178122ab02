package io.github.postfixture.web.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pacing of a response, and what is sent ahead of it and after it.
 *
 * @param hints the header fields of a response with status 103 that goes first (RFC 8297); none if there is to be none
 * @param trailers the fields after the content (RFC 9110, section 6.5)
 * @param pace how fast the content goes
 * @param cut after how many bytes of content the connection is closed; -1 for never
 * @param reason the phrase beside the status, if it is not the usual one; HTTP/2 has none
 */
public record Pacing(
        List<Map.Entry<String, String>> hints,
        List<Map.Entry<String, String>> trailers,
        Pace pace,
        long cut,
        Optional<String> reason) {

    /** At once and whole. */
    public static final Pacing PLAIN = new Pacing(List.of(), List.of(), Pace.FULL, -1, Optional.empty());

    /** Return this manner with another pace. */
    public Pacing withPace(Pace other) {
        return new Pacing(hints, trailers, other, cut, reason);
    }

    /** Return this manner with a cut after so many bytes. */
    public Pacing withCut(long bytes) {
        return new Pacing(hints, trailers, pace, bytes, reason);
    }

    /** Return this manner with other fields after the content. */
    public Pacing withTrailers(List<Map.Entry<String, String>> fields) {
        return new Pacing(hints, List.copyOf(fields), pace, cut, reason);
    }

    /** Return this manner with other fields ahead of the response. */
    public Pacing withHints(List<Map.Entry<String, String>> fields) {
        return new Pacing(List.copyOf(fields), trailers, pace, cut, reason);
    }

    /** Return this manner with a phrase beside the status. */
    public Pacing withReason(String phrase) {
        return new Pacing(hints, trailers, pace, cut, Optional.of(phrase));
    }

    /** Return this manner, and where it says nothing, the other. */
    public Pacing over(Pacing other) {
        return new Pacing(
                hints.isEmpty() ? other.hints : hints,
                trailers.isEmpty() ? other.trailers : trailers,
                pace.equals(Pace.FULL) ? other.pace : pace,
                cut < 0 ? other.cut : cut,
                reason.or(other::reason));
    }

    /**
     * How fast content goes.
     *
     * @param pieces into how many pieces it is divided; 0 for pieces of a size
     * @param size the size of a piece, in bytes, if there are not so many
     * @param time what passes from the first of so many pieces to the last, or else from one piece to the next
     */
    public record Pace(int pieces, int size, Duration time) {

        private static final int BUFFER = 64 << 10;
        private static final int STEPS_A_SECOND = 20;
        private static final long NANOS = 1_000_000_000;

        /** As fast as it can be read. */
        public static final Pace FULL = new Pace(0, BUFFER, Duration.ZERO);

        /** Return the pace of so many pieces over some time: the first at once, the last at its end. */
        public static Pace inPieces(int pieces, Duration time) {
            return new Pace(pieces, BUFFER, time);
        }

        /**
         * Return the pace of so many bytes a second.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public static Pace ofRate(long bytesPerSecond) {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("bytesPerSecond (" + bytesPerSecond + ") must be positive");
            }
            int size = (int) Math.min(BUFFER, Math.max(1, bytesPerSecond / STEPS_A_SECOND));
            return new Pace(0, size, Duration.ofNanos(size * NANOS / bytesPerSecond));
        }

        /** Return how long a number of pieces is together, of content whose length is -1 if unknown. */
        public long together(long number, long length) {
            long count = count(length);
            return pieces == 0 || length < 0 ? number * size : (number * length + count - 1) / count;
        }

        /** Return what passes from one piece to the next. */
        public Duration interval(long length) {
            return pieces == 0 ? time : time.dividedBy(Math.max(1, count(length) - 1));
        }

        /** Return how many pieces there are, none of them empty. */
        private long count(long length) {
            return length < 0 ? pieces : Math.max(1, Math.min(pieces, length));
        }
    }
}

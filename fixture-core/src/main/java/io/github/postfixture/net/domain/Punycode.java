package io.github.postfixture.net.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** A label of a host name in the letters, digits and hyphens of ASCII, without the prefix {@code xn--} (RFC 3492). */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST_THRESHOLD = 1;
    private static final int MOST_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE_POINT = 128;
    private static final int LONGEST = 63;

    private Punycode() {}

    /** Return how a label is written that is not all ASCII. */
    static String encode(String label) {
        return new Encoder(label).encoded();
    }

    /** Return the label that is written so, in lower case; nothing if it is malformed. */
    static Optional<String> decode(String encoded) {
        try {
            return encoded.length() > LONGEST ? Optional.empty() : Optional.of(new Decoder(encoded).decoded());
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static int threshold(int weight, int bias) {
        return Math.max(LEAST_THRESHOLD, Math.min(MOST_THRESHOLD, weight - bias));
    }

    /** Return the bias after a delta (section 6.1). */
    private static int adapted(int delta, int points, boolean first) {
        int damped = first ? delta / DAMP : delta / 2;
        damped += damped / points;
        int steps = 0;
        while (damped > (BASE - LEAST_THRESHOLD) * MOST_THRESHOLD / 2) {
            damped /= BASE - LEAST_THRESHOLD;
            steps += BASE;
        }
        return steps + (BASE - LEAST_THRESHOLD + 1) * damped / (damped + SKEW);
    }

    private static final class Encoder {

        private final int[] label;
        private final StringBuilder ascii = new StringBuilder();
        private int bias = FIRST_BIAS;

        Encoder(String label) {
            this.label = label.codePoints().toArray();
        }

        /** Write the code points from the lowest to the highest: each by its distance from the one before (section 6.3). */
        String encoded() {
            label().filter(Encoder::isBasic).forEach(ascii::appendCodePoint);
            int basic = ascii.length();
            ascii.append(basic > 0 ? "-" : "");
            int handled = basic;
            int delta = 0;
            int next = FIRST_CODE_POINT;
            while (handled < label.length) {
                int least = leastFrom(next);
                delta += (least - next) * (handled + 1);
                next = least;
                for (int codePoint : label) {
                    delta += codePoint < next ? 1 : 0;
                    if (codePoint == next) {
                        append(delta);
                        bias = adapted(delta, handled + 1, handled == basic);
                        delta = 0;
                        handled++;
                    }
                }
                delta++;
                next++;
            }
            return ascii.toString();
        }

        private IntStream label() {
            return Arrays.stream(label);
        }

        private int leastFrom(int least) {
            return label().filter(codePoint -> codePoint >= least).min().orElseThrow();
        }

        private void append(int delta) {
            int rest = delta;
            int weight = BASE;
            while (rest >= threshold(weight, bias)) {
                int threshold = threshold(weight, bias);
                ascii.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
                rest = (rest - threshold) / (BASE - threshold);
                weight += BASE;
            }
            ascii.append(digit(rest));
        }

        private static char digit(int value) {
            return Character.forDigit(value < 26 ? value + 10 : value - 26, BASE);
        }

        private static boolean isBasic(int codePoint) {
            return codePoint < FIRST_CODE_POINT;
        }
    }

    private static final class Decoder {

        private final String encoded;
        private final StringBuilder decoded = new StringBuilder();
        private int next;
        private int bias = FIRST_BIAS;

        Decoder(String encoded) {
            this.encoded = encoded;
        }

        String decoded() {
            int delimiter = encoded.lastIndexOf('-');
            decoded.append(encoded, 0, Math.max(0, delimiter));
            next = delimiter + 1;
            int point = FIRST_CODE_POINT;
            int index = 0;
            while (next < encoded.length()) {
                int before = index;
                index = Math.addExact(index, delta());
                int length = decoded.codePointCount(0, decoded.length()) + 1;
                bias = adapted(index - before, length, before == 0);
                point = Math.addExact(point, index / length);
                index %= length;
                decoded.insert(decoded.offsetByCodePoints(0, index), Character.toString(point));
                index++;
            }
            return decoded.toString();
        }

        /** Read a number of variable length (RFC 3492 section 3.3). */
        private int delta() {
            int delta = 0;
            int weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = digit(encoded.charAt(next++));
                delta = Math.addExact(delta, Math.multiplyExact(digit, weight));
                int threshold = threshold(k, bias);
                if (digit < threshold) {
                    return delta;
                }
                weight = Math.multiplyExact(weight, BASE - threshold);
            }
        }

        private static int digit(char c) {
            int value = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? c - '0' + 26 : BASE;
            if (value == BASE) {
                throw new IllegalArgumentException("No digit: " + c);
            }
            return value;
        }
    }
}

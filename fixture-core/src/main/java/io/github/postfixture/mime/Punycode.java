package io.github.postfixture.mime;

import java.util.Optional;

/** The encoding of Unicode in labels of domain names (RFC 3492). */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST_THRESHOLD = 1;
    private static final int GREATEST_THRESHOLD = 26;
    private static final int LONGEST = 63;

    private final String encoded;
    private final StringBuilder decoded = new StringBuilder();
    private int next;
    private int bias = 72;

    private Punycode(String encoded) {
        this.encoded = encoded;
    }

    /** Return what a label stands for, its prefix taken away; nothing if it is malformed. */
    static Optional<String> decode(String encoded) {
        try {
            return encoded.length() > LONGEST ? Optional.empty() : Optional.of(new Punycode(encoded).decoded());
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private String decoded() {
        int delimiter = encoded.lastIndexOf('-');
        decoded.append(encoded, 0, Math.max(0, delimiter));
        next = delimiter + 1;
        int point = 0x80;
        int index = 0;
        while (next < encoded.length()) {
            int before = index;
            index = Math.addExact(index, delta());
            int length = decoded.codePointCount(0, decoded.length()) + 1;
            adapt(index - before, length, before == 0);
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
            int threshold = Math.min(Math.max(k - bias, LEAST_THRESHOLD), GREATEST_THRESHOLD);
            if (digit < threshold) {
                return delta;
            }
            weight = Math.multiplyExact(weight, BASE - threshold);
        }
    }

    /** Adapt the bias to the last delta (RFC 3492 section 6.1). */
    private void adapt(int delta, int length, boolean first) {
        int rest = first ? delta / 700 : delta / 2;
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - LEAST_THRESHOLD) * GREATEST_THRESHOLD / 2) {
            rest /= BASE - LEAST_THRESHOLD;
            k += BASE;
        }
        bias = k + (BASE - LEAST_THRESHOLD + 1) * rest / (rest + 38);
    }

    private static int digit(char c) {
        int value = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? c - '0' + 26 : BASE;
        if (value == BASE) {
            throw new IllegalArgumentException("No digit: " + c);
        }
        return value;
    }
}

package io.github.postfixture.page;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Writes a label of a host name in the letters, digits and hyphens of ASCII (RFC 3492). */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST_THRESHOLD = 1;
    private static final int MOST_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE_POINT = 128;

    private final int[] label;
    private final StringBuilder ascii = new StringBuilder();
    private int bias = FIRST_BIAS;

    private Punycode(String label) {
        this.label = label.codePoints().toArray();
    }

    /** Return the label, which is not all ASCII, without the prefix {@code xn--}. */
    static String of(String label) {
        return new Punycode(label).encoded();
    }

    /** Write the code points from the lowest to the highest: each by its distance from the one before (section 6.3). */
    private String encoded() {
        label().filter(Punycode::isBasic).forEach(ascii::appendCodePoint);
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
        while (rest >= threshold(weight)) {
            int threshold = threshold(weight);
            ascii.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
            weight += BASE;
        }
        ascii.append(digit(rest));
    }

    private int threshold(int weight) {
        return Math.max(LEAST_THRESHOLD, Math.min(MOST_THRESHOLD, weight - bias));
    }

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

    private static char digit(int value) {
        return Character.forDigit(value < 26 ? value + 10 : value - 26, BASE);
    }

    private static boolean isBasic(int codePoint) {
        return codePoint < FIRST_CODE_POINT;
    }
}

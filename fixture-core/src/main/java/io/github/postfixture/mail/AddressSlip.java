package io.github.postfixture.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An address that is almost another one.
 *
 * @param seen the address that was used
 * @param wanted the address that was meant, perhaps
 * @param edits how many characters tell them apart: 1 or 2
 */
record AddressSlip(String seen, String wanted, int edits) {

    private static final int MOST_EDITS = 2;
    private static final Pattern BRACKETED = Pattern.compile("<([^<>\\s]+@[^<>\\s]+)>");

    static List<AddressSlip> between(List<String> wanted, List<String> seen) {
        List<AddressSlip> slips = new ArrayList<>();
        for (String meant : wanted) {
            for (String used : seen) {
                int edits = distance(meant.toLowerCase(Locale.ROOT), used.toLowerCase(Locale.ROOT));
                if (edits > 0 && edits <= MOST_EDITS) {
                    slips.add(new AddressSlip(used, meant, edits));
                }
            }
        }
        return slips;
    }

    /** Return the addresses that stand in angle brackets in these lines. */
    static List<String> addressesIn(List<String> lines) {
        return lines.stream()
                .flatMap(line -> BRACKETED.matcher(line).results())
                .map(match -> match.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return seen + " is " + (edits == 1 ? "one edit" : "two edits") + " away from " + wanted;
    }

    /** Return the edit distance (Levenshtein); addresses of very different length count as far apart. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_EDITS) {
            return Integer.MAX_VALUE;
        }
        int[] above = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            above = row(above, one.charAt(i - 1), other, i);
        }
        return above[other.length()];
    }

    private static int[] row(int[] above, char letter, String other, int first) {
        int[] row = new int[above.length];
        row[0] = first;
        for (int j = 1; j < row.length; j++) {
            int replaced = above[j - 1] + (letter == other.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        }
        return row;
    }
}

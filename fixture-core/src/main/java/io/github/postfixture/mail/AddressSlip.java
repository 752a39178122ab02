package io.github.postfixture.mail;

import io.github.postfixture.explanation.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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
                int edits =
                        EditDistance.between(meant.toLowerCase(Locale.ROOT), used.toLowerCase(Locale.ROOT), MOST_EDITS);
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
        return seen + ", " + (edits == 1 ? "one edit" : "two edits") + " away from " + wanted;
    }
}

package io.github.postfixture.explanation;

/** How many letters have to be put in, taken out or changed to make one text of another (Levenshtein). */
public final class EditDistance {

    private static final int LONGEST = 300;

    private EditDistance() {}

    /** Return the distance, or something above the limit if it is above the limit. */
    public static int between(String one, String other, int limit) {
        int least = Math.abs(one.length() - other.length());
        if (one.equals(other) || least > limit || one.length() > LONGEST || other.length() > LONGEST) {
            return least + (one.equals(other) ? 0 : Math.min(limit, LONGEST) + 1);
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            next(row, i, one.charAt(i - 1), other);
        }
        return row[other.length()];
    }

    private static void next(int[] row, int number, char letter, String other) {
        int diagonal = row[0];
        row[0] = number;
        for (int j = 1; j < row.length; j++) {
            int changed = diagonal + (letter == other.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}

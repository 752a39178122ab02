package io.github.postfixture.mail.imap.search;

/**
 * A text that is looked for, without regard to letter case: by the algorithm of Knuth, Morris and Pratt, which takes time in
 * proportion to both texts. Immutable.
 */
final class WantedText {

    private final String text;
    private final int[] borders;

    private WantedText(String text) {
        this.text = text;
        borders = new int[text.length()];
        for (int i = 1; i < text.length(); i++) {
            borders[i] = next(borders[i - 1], text.charAt(i));
        }
    }

    static WantedText of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(character -> folded.append(folded((char) character)));
        return new WantedText(folded.toString());
    }

    /** Return whether a text contains this one. */
    boolean isIn(String whole) {
        int matched = 0;
        for (int i = 0; i < whole.length() && matched < text.length(); i++) {
            matched = next(matched, folded(whole.charAt(i)));
        }
        return matched == text.length();
    }

    /** Return how much of this has been met when a character comes after so much of it. */
    private int next(int matched, char character) {
        int kept = matched;
        while (kept > 0 && text.charAt(kept) != character) {
            kept = borders[kept - 1];
        }
        return text.charAt(kept) == character ? kept + 1 : kept;
    }

    /** Return a character in the one case in which all is compared. */
    private static char folded(char character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }
}

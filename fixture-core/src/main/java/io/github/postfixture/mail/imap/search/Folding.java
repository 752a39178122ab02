package io.github.postfixture.mail.imap.search;

import java.io.IOException;
import java.io.Reader;

/** Text without regard to letter case. */
final class Folding {

    private Folding() {}

    /** Return the text in the one case in which all is compared; as many characters as before. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
        }
        return folded.toString();
    }

    /** Return whether a text contains another one, which is folded; no more of it is kept than has to be. */
    static boolean contains(Reader text, String folded) throws IOException {
        char[] piece = new char[8192];
        String rest = "";
        for (int count = text.read(piece); count >= 0; count = text.read(piece)) {
            String window = rest + fold(new String(piece, 0, count));
            if (window.contains(folded)) {
                return true;
            }
            rest = window.substring(Math.max(0, window.length() - folded.length()));
        }
        return folded.isEmpty();
    }
}

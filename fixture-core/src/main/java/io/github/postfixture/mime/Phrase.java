package io.github.postfixture.mime;

/** How display names and local parts are written (RFC 5322 sections 3.2.3 to 3.2.5, RFC 2047 section 5). */
final class Phrase {

    private static final int LONGEST_WORD = 900;
    private static final String ATOM_SYMBOLS = "!#$%&'*+-/=?^_`{|}~";

    private Phrase() {}

    /** Write a name: as it is, in quotes, or as encoded words, by what is in it. */
    static void write(String name, FieldWriter field, boolean utf8) {
        if (isPlain(name, utf8)) {
            field.words(isAtoms(name) ? name : quoted(name));
        } else {
            EncodedWordWriter.write(name, field);
        }
    }

    /** Return whether nothing in a text needs an encoding to come through: no control, no word too long for a line. */
    static boolean isPlain(String text, boolean utf8) {
        return text.equals(text.strip())
                && text.chars().noneMatch(c -> c < ' ' || c == 0x7f || (c > 0x7f && !utf8))
                && longestWord(text) <= LONGEST_WORD;
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    static boolean isDotAtom(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> isAtom(c) || c == '.')
                && !("." + text + ".").contains("..");
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static boolean isAtom(int c) {
        return isLetterOrDigit(c) || ATOM_SYMBOLS.indexOf(c) >= 0 || c > 0x7f;
    }

    static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isAtoms(String name) {
        return !name.contains("  ") && name.chars().allMatch(c -> isAtom(c) || c == ' ');
    }

    private static int longestWord(String text) {
        int longest = 0;
        int start = 0;
        for (int end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', start)) {
            longest = Math.max(longest, end - start);
            start = end + 1;
        }
        return Math.max(longest, text.length() - start);
    }
}

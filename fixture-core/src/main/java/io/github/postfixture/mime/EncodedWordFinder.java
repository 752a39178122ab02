package io.github.postfixture.mime;

import java.util.Optional;

/** Finds encoded words in a header field, one after the other, in one walk. */
final class EncodedWordFinder {

    private static final String BEGIN = "=?";
    private static final String END = "?=";

    private final String raw;
    private int position;
    private int terminator;
    private boolean unended;

    EncodedWordFinder(String raw) {
        this.raw = raw;
    }

    Optional<EncodedWord> next() {
        for (int start = begin(position); start >= 0; start = begin(start + BEGIN.length())) {
            Optional<EncodedWord> word = at(start);
            if (word.isPresent()) {
                position = word.get().end();
                return word;
            }
        }
        position = raw.length();
        return Optional.empty();
    }

    /** Return whether something that was passed over begins like a word and does not end. */
    boolean hasUnended() {
        return unended;
    }

    /** Return where the word that begins at an index ends, behind it; the index itself if none does. */
    int endOf(int start) {
        return at(start).map(EncodedWord::end).orElse(start);
    }

    private Optional<EncodedWord> at(int start) {
        int charset = raw.indexOf('?', start + BEGIN.length());
        int content = charset + 3;
        if (charset < 0 || content > raw.length() || raw.charAt(content - 1) != '?' || !isName(start, charset)) {
            return Optional.empty();
        }
        char encoding = Character.toLowerCase(raw.charAt(charset + 1));
        int end = end(content);
        int inner = begin(content);
        boolean word = encoding == 'b' || encoding == 'q';
        boolean ends = end >= 0 && (inner < 0 || inner + BEGIN.length() > end);
        unended |= word && !ends;
        return word && ends ? Optional.of(word(start, charset, content, end)) : Optional.empty();
    }

    private EncodedWord word(int start, int charset, int content, int end) {
        String name = raw.substring(start + BEGIN.length(), charset);
        int language = name.indexOf('*');
        return new EncodedWord(
                start,
                end + END.length(),
                language < 0 ? name : name.substring(0, language),
                Character.toLowerCase(raw.charAt(charset + 1)) == 'b',
                raw.substring(content, end));
    }

    private boolean isName(int start, int end) {
        return end > start + BEGIN.length()
                && raw.substring(start + BEGIN.length(), end).chars().allMatch(c -> c > ' ');
    }

    private int begin(int from) {
        return raw.indexOf(BEGIN, from);
    }

    /** Return where the next end of a word is; it is looked for once for all words before it. */
    private int end(int from) {
        if (terminator >= 0 && terminator < from) {
            terminator = raw.indexOf(END, from);
        }
        return terminator;
    }
}

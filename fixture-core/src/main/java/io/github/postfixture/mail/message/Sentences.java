package io.github.postfixture.mail.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a text, as far as punctuation and empty lines tell them apart. */
final class Sentences {

    private static final Pattern SPACE = Pattern.compile("\\s++");
    private static final String CLOSING = ".!?";

    private Sentences() {}

    /** Return the sentences; an empty line before a number ends none, as the number may be what the sentence speaks of. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher space = SPACE.matcher(text);
        int start = 0;
        while (space.find()) {
            if (isEnd(text, space)) {
                sentences.add(text.substring(start, space.start()));
                start = space.end();
            }
        }
        sentences.add(text.substring(start));
        return sentences;
    }

    private static boolean isEnd(String text, Matcher space) {
        if (space.start() == 0 || space.end() == text.length()) {
            return false;
        }
        int next = text.codePointAt(space.end());
        boolean closed = CLOSING.indexOf(text.charAt(space.start() - 1)) >= 0 && Character.isUpperCase(next);
        return closed || (isEmptyLine(space.group()) && !Character.isDigit(next));
    }

    private static boolean isEmptyLine(String space) {
        return space.indexOf('\n') != space.lastIndexOf('\n');
    }
}

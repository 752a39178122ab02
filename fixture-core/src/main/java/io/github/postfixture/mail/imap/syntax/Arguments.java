package io.github.postfixture.mail.imap.syntax;

import java.util.function.IntPredicate;

/**
 * The arguments of a command, taken one after another; literals stand where they came, after the line that announces
 * them. Not safe for use by several threads.
 */
public final class Arguments {

    private final String text;
    private int next;

    /** Begin at the first argument. */
    public Arguments(String text) {
        this.text = text;
    }

    /** Return whether everything was taken. */
    public boolean atEnd() {
        return next == text.length();
    }

    /** Return what is left, without taking it. */
    public String rest() {
        return text.substring(next);
    }

    /** Return whether a character is next. */
    public boolean isAt(char wanted) {
        return !atEnd() && text.charAt(next) == wanted;
    }

    /** Return whether a number is next. */
    public boolean isAtDigit() {
        return !atEnd() && isDigit(text.charAt(next));
    }

    /** Take a character if it is next, and return whether it was. */
    public boolean skip(char wanted) {
        boolean found = isAt(wanted);
        next += found ? 1 : 0;
        return found;
    }

    /**
     * Take a character.
     *
     * @throws BadSyntaxException if something else is next
     */
    public void take(char wanted) throws BadSyntaxException {
        if (!skip(wanted)) {
            throw new BadSyntaxException("'" + wanted + "' is missing");
        }
    }

    /**
     * Verify that everything was taken.
     *
     * @throws BadSyntaxException if something is left
     */
    public void end() throws BadSyntaxException {
        if (!atEnd()) {
            throw new BadSyntaxException("There is more than the command takes");
        }
    }

    /**
     * Take an atom.
     *
     * @throws BadSyntaxException if none is next
     */
    public String atom() throws BadSyntaxException {
        return run(c -> isAtom(c) && c != ']', "An atom is missing");
    }

    /**
     * Take a sequence set as it is written.
     *
     * @throws BadSyntaxException if none is next
     */
    public String set() throws BadSyntaxException {
        return run(c -> isDigit(c) || ":,*$".indexOf(c) >= 0, "A set of numbers is missing");
    }

    /**
     * Take a number.
     *
     * @throws BadSyntaxException if none is next, or one beyond all measure
     */
    public long number() throws BadSyntaxException {
        String digits = run(Arguments::isDigit, "A number is missing");
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new BadSyntaxException("The number is too large");
        }
    }

    /**
     * Take a string: an atom, quoted, or a literal.
     *
     * @throws BadSyntaxException if none is next
     */
    public String string() throws BadSyntaxException {
        if (isAt('"')) {
            return quoted();
        }
        return isAt('{') ? literal() : run(Arguments::isAtom, "A string is missing");
    }

    /**
     * Take the name of an item to fetch, without a section.
     *
     * @throws BadSyntaxException if none is next
     */
    public String itemName() throws BadSyntaxException {
        return run(c -> isAtom(c) && "[]<>".indexOf(c) < 0, "The name of an item is missing");
    }

    /**
     * Take a pattern of mailbox names: wildcards need no quotes.
     *
     * @throws BadSyntaxException if none is next
     */
    public String pattern() throws BadSyntaxException {
        return isAt('"') || isAt('{') ? string() : run(c -> isAtom(c) || c == '*' || c == '%', "A pattern is missing");
    }

    /** Take a text if it is next, in any case, and return whether it was. */
    public boolean skipWord(String wanted) {
        boolean found = text.regionMatches(true, next, wanted, 0, wanted.length());
        next += found ? wanted.length() : 0;
        return found;
    }

    /**
     * Take everything up to a character and that character.
     *
     * @throws BadSyntaxException if it does not come
     */
    public String upTo(char last) throws BadSyntaxException {
        int end = text.indexOf(last, next);
        if (end < 0) {
            throw new BadSyntaxException("'" + last + "' is missing");
        }
        String taken = text.substring(next, end + 1);
        next = end + 1;
        return taken;
    }

    /**
     * Take brackets with what stands between, strings included, and return that.
     *
     * @throws BadSyntaxException if they do not close
     */
    public String bracketed() throws BadSyntaxException {
        take('[');
        int start = next;
        while (!isAt(']')) {
            if (isAt('"') || isAt('{')) {
                string();
            } else if (atEnd()) {
                throw new BadSyntaxException("']' is missing");
            } else {
                next++;
            }
        }
        String content = text.substring(start, next);
        take(']');
        return content;
    }

    /** Take what announces a literal whose content is kept elsewhere, if it is next, and return whether it was. */
    public boolean skipLiteral() throws BadSyntaxException {
        if (!skip('{')) {
            return false;
        }
        number();
        skip('+');
        take('}');
        take('\r');
        take('\n');
        return true;
    }

    private String quoted() throws BadSyntaxException {
        StringBuilder content = new StringBuilder();
        for (next++; !atEnd() && !isAt('"'); next++) {
            if (isAt('\\') && next + 1 < text.length()) {
                next++;
            }
            content.append(text.charAt(next));
        }
        take('"');
        return content.toString();
    }

    private String literal() throws BadSyntaxException {
        take('{');
        long length = number();
        skip('+');
        take('}');
        take('\r');
        take('\n');
        if (length > text.length() - next) {
            throw new BadSyntaxException("The literal is not complete");
        }
        next += (int) length;
        return text.substring(next - (int) length, next);
    }

    private String run(IntPredicate wanted, String complaint) throws BadSyntaxException {
        int start = next;
        while (!atEnd() && wanted.test(text.charAt(next))) {
            next++;
        }
        if (start == next) {
            throw new BadSyntaxException(complaint);
        }
        return text.substring(start, next);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAtom(int c) {
        return c > ' ' && c != 0x7f && "(){%*\"\\".indexOf(c) < 0;
    }
}

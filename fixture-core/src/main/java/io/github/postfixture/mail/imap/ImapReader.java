package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.ImapNumber;
import io.github.postfixture.net.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads commands whole, literals included, so that none waits for its client while it is executed. The literals that
 * are messages are kept apart; all others stand in the text of the command, after what announces them.
 */
final class ImapReader {

    private static final long LARGEST_MESSAGE = 1L << 30;
    private static final int LARGEST_COMMAND = 1 << 20;
    private static final Pattern SECRET = Pattern.compile(
            "^((?:\\S+\\s+)?(?:LOGIN|AUTHENTICATE(?: \\S+)?+))\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("(.*)\\{(\\d++)([+-]?)}", Pattern.DOTALL);
    private static final Pattern APPEND = Pattern.compile("\\S++ APPEND ", Pattern.CASE_INSENSITIVE);

    private final ImapInput input;
    private final ImapOutput output;

    ImapReader(ImapInput input, ImapOutput output) {
        this.input = input;
        this.output = output;
    }

    /**
     * Return the next command; nothing at the end of the stream.
     *
     * @throws EndlessInputException if the client sends more than is sensible
     * @throws TooLargeException if a literal is too large, for us or for the memory of this JVM; what belongs to the command was read
     */
    Optional<ImapText> next() throws IOException, TooLargeException {
        Optional<String> line = input.readUnrecorded();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        ImapText command = complete(line.get());
        input.record(SECRET.matcher(command.text()).replaceFirst("$1 ****"));
        return Optional.of(command);
    }

    private ImapText complete(String firstLine) throws IOException, TooLargeException {
        StringBuilder text = new StringBuilder();
        List<Octets> messages = new ArrayList<>();
        int mailbox = startOfMailbox(firstLine);
        String line = firstLine;
        for (Matcher literal = LITERAL.matcher(line); literal.matches(); literal = LITERAL.matcher(line)) {
            text.append(literal.group(1));
            readLiteral(text, messages, literal, text.length() > mailbox);
            line = input.readUnrecorded().orElse("");
        }
        return new ImapText(text.append(line.stripTrailing()).toString(), messages);
    }

    /** Return where the name of the mailbox stands that messages are for; nowhere near if the command takes none. */
    private static int startOfMailbox(String line) {
        Matcher append = APPEND.matcher(line);
        return append.lookingAt() ? append.end() : Integer.MAX_VALUE;
    }

    private void readLiteral(StringBuilder text, List<Octets> messages, Matcher literal, boolean isMessage)
            throws IOException, TooLargeException {
        long size = size(literal);
        boolean asks = literal.group(3).isEmpty();
        if (size + text.length() > (isMessage ? LARGEST_MESSAGE : LARGEST_COMMAND)) {
            refuse(text, size, asks);
        }
        if (asks) {
            output.line("+ Ready for the literal");
        }
        text.append('{').append(size).append("+}\r\n");
        Optional<Octets> octets = input.readOctets(size);
        if (octets.isEmpty()) {
            skipRest();
            throw new TooLargeException(text.toString());
        }
        if (isMessage) {
            messages.add(octets.get());
        } else {
            text.append(octets.get().text());
        }
    }

    /** Refuse a literal: a client that asks does not send it; of another's, the rest is read, if that has an end. */
    private void refuse(StringBuilder text, long size, boolean asks) throws IOException, TooLargeException {
        if (!asks) {
            if (size > 2 * LARGEST_MESSAGE) {
                throw new EndlessInputException("Literal too large");
            }
            input.skip(size);
            skipRest();
        }
        throw new TooLargeException(text.toString());
    }

    /** Return how large a literal is; half of the largest number, to which others can be added, if it is larger. */
    private static long size(Matcher literal) {
        return Math.min(Long.MAX_VALUE / 2, ImapNumber.of(literal.group(2)));
    }

    private void skipRest() throws IOException {
        Matcher literal = LITERAL.matcher(input.readUnrecorded().orElse(""));
        while (literal.matches() && !literal.group(3).isEmpty()) {
            input.skip(Math.min(LARGEST_MESSAGE, size(literal)));
            literal = LITERAL.matcher(input.readUnrecorded().orElse(""));
        }
    }

    /** A literal that is too large; the message is how the command began. */
    static final class TooLargeException extends Exception {

        private static final long serialVersionUID = 1L;

        TooLargeException(String begin) {
            super(begin);
        }
    }

    /**
     * A command as it was sent, without its line ending, one character for each byte.
     *
     * @param text the command, with its literals but for messages, of which there is only the announcement
     * @param messages the messages, in order
     */
    record ImapText(String text, List<Octets> messages) {}
}

package io.github.postfixture.mail.imap;

import io.github.postfixture.explanation.ShownCommands;
import io.github.postfixture.mail.imap.syntax.ImapNumber;
import io.github.postfixture.octets.Octets;
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

    private static final String MALFORMED = "BAD A line ends with CRLF, and holds no CR, LF or NUL";
    private static final String TOO_LARGE = "BAD [TOOBIG] Literal too large";
    private static final long LARGEST_MESSAGE = 1L << 30;
    private static final int LARGEST_COMMAND = 1 << 20;
    private static final Pattern LITERAL = Pattern.compile("(.*)\\{(\\d++)([+-]?)}", Pattern.DOTALL);
    private static final Pattern APPEND = Pattern.compile("\\S++ APPEND ", Pattern.CASE_INSENSITIVE);

    private final ShownCommands commands = new ShownCommands();
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
     * @throws UnreadableException if a literal is too large, for us or for the memory of this JVM, or a line is
     *     malformed; what belongs to the command was read
     */
    Optional<ImapText> next() throws IOException, UnreadableException {
        Optional<String> line = input.readUnrecorded();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        ImapText command = complete(line.get());
        input.record(
                commands.next(command.text(), () -> ImapRequest.parse(command).isPresent()));
        return Optional.of(command);
    }

    private ImapText complete(String firstLine) throws IOException, UnreadableException {
        StringBuilder text = new StringBuilder();
        List<Octets> messages = new ArrayList<>();
        int mailbox = startOfMailbox(firstLine);
        String line = requireLine(text, firstLine);
        for (Matcher literal = LITERAL.matcher(line); literal.matches(); literal = LITERAL.matcher(line)) {
            text.append(literal.group(1));
            readLiteral(text, messages, literal, text.length() > mailbox);
            line = requireLine(text, input.readUnrecorded().orElse(""));
        }
        return new ImapText(text.append(line.stripTrailing()).toString(), messages);
    }

    /** Refuse a line that holds what none can hold (RFC 3501 section 9): CR, LF or NUL. */
    private String requireLine(CharSequence begin, String line) throws UnreadableException {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0) {
            input.record("(a malformed line)");
            throw new UnreadableException(begin + line, "a line that is no command", MALFORMED);
        }
        return line;
    }

    /** Return where the name of the mailbox stands that messages are for; nowhere near if the command takes none. */
    private static int startOfMailbox(String line) {
        Matcher append = APPEND.matcher(line);
        return append.lookingAt() ? append.end() : Integer.MAX_VALUE;
    }

    private void readLiteral(StringBuilder text, List<Octets> messages, Matcher literal, boolean isMessage)
            throws IOException, UnreadableException {
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
            throw new UnreadableException(text.toString(), "a literal that is too large", TOO_LARGE);
        }
        if (isMessage) {
            messages.add(octets.get());
        } else {
            text.append(octets.get().text());
        }
    }

    /** Refuse a literal: a client that asks does not send it; of another's, the rest is read, if that has an end. */
    private void refuse(StringBuilder text, long size, boolean asks) throws IOException, UnreadableException {
        if (!asks) {
            if (size > 2 * LARGEST_MESSAGE) {
                throw new EndlessInputException("Literal too large");
            }
            input.skip(size);
            skipRest();
        }
        throw new UnreadableException(text.toString(), "a literal that is too large", TOO_LARGE);
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

    /** A command that cannot be read; the message is how it began. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String what;
        private final String answer;

        UnreadableException(String begin, String what, String answer) {
            super(begin);
            this.what = what;
            this.answer = answer;
        }

        /** Return what cannot be read. */
        String what() {
            return what;
        }

        /** Return what to say about it. */
        String answer() {
            return answer;
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

package io.github.postfixture.mail.greenmail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads commands whole, literals included, so that none waits for its client while it is executed. A literal is handed
 * on as one that came without being asked for (RFC 7888).
 */
final class ImapReader {

    private static final int LARGEST_COMMAND = 100 << 20;
    private static final Pattern LITERAL = Pattern.compile("(?s)(.*)\\{(\\d+)(\\+?)}");

    private final Turns turns;

    ImapReader(Turns turns) {
        this.turns = turns;
    }

    /**
     * Return the next command without its line ending, one character for each byte; nothing at the end of the stream.
     *
     * @throws LongLineException if the client sends more than is sensible
     * @throws LiteralTooLargeException if the client asks whether it may
     */
    Optional<String> next() throws IOException {
        StringBuilder command = new StringBuilder();
        Optional<String> line = turns.readLine();
        Matcher literal = LITERAL.matcher(line.orElse(""));
        while (literal.matches()) {
            readLiteral(command, literal);
            line = turns.readLine();
            literal = LITERAL.matcher(line.orElse(""));
        }
        return line.map(last -> command.append(last).toString());
    }

    private void readLiteral(StringBuilder command, Matcher literal) throws IOException {
        boolean asks = literal.group(3).isEmpty();
        if (isTooLarge(literal.group(2), command.length())) {
            if (asks) {
                throw new LiteralTooLargeException(command + literal.group(1));
            }
            throw new LongLineException();
        }
        int size = Integer.parseInt(literal.group(2));
        if (asks) {
            turns.say("+ Ready for the literal");
        }
        command.append(literal.group(1)).append('{').append(size).append("+}\r\n");
        command.append(new String(turns.readBytes(size), StandardCharsets.ISO_8859_1));
    }

    private static boolean isTooLarge(String size, int soFar) {
        return size.length() > 9 || Integer.parseInt(size) > LARGEST_COMMAND - soFar;
    }
}

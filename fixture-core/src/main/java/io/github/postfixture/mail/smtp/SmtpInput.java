package io.github.postfixture.mail.smtp;

import io.github.postfixture.octets.Octets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads commands and message data; holds at most one buffer of what the client sent ahead. */
final class SmtpInput {

    /** The longest command line: what RFC 4954 section 4 asks of an authentication exchange. */
    static final int LONGEST_LINE = 12_288;

    /** How much of an over-long line is read before the client is given up. */
    private static final int LONGEST_DISCARD = 1 << 20;

    private final byte[] buffer = new byte[LONGEST_LINE + 2];
    private InputStream source;
    private int start;
    private int end;

    SmtpInput(InputStream source) {
        this.source = source;
    }

    /** Return whether the client has sent more than was read: it pipelines (RFC 2920). */
    boolean hasMore() {
        return start < end;
    }

    /** Throw away what was sent ahead in plain text, and read from the encrypted stream (RFC 3207 section 4.2). */
    void continueWith(InputStream encrypted) {
        source = encrypted;
        start = 0;
        end = 0;
    }

    /**
     * Read a line, without its CRLF. What was sent along behind a bare line feed belongs to the same line, and is refused
     * with it: it never is a command of its own.
     *
     * @throws EOFException at the end of the stream
     * @throws SmtpRefusedException with the reply to a line that is no command; the input stands behind it
     */
    String readLine() throws IOException, SmtpRefusedException {
        int newline = endOfLine();
        while (newline < 0) {
            if (end - start > LONGEST_LINE) {
                throw discardLine();
            }
            fill();
            newline = endOfLine();
        }
        int length = newline - start;
        int from = start;
        start = newline + 1;
        if (length == 0 || buffer[newline - 1] != '\r') {
            throw malformed("Line must end with CRLF");
        }
        return decode(from, length - 1);
    }

    /**
     * Read a message up to the line with the single dot, without that line and without dot-stuffing.
     *
     * @param limit the most bytes to keep; of a larger message the rest is read and thrown away
     * @return the message, or what was kept of it together with its real size
     * @throws EOFException if the stream ends before the message does
     */
    MessageData readMessage(long limit) throws IOException {
        DataDecoder decoder = new DataDecoder(limit);
        while (true) {
            if (start == end) {
                fill();
            }
            start = decoder.decode(buffer, start, end);
            if (decoder.isFinished()) {
                return decoder.data();
            }
        }
    }

    /**
     * Read exactly so many bytes, and return whether the memory holds what was collected.
     *
     * @throws EOFException if the stream ends before
     */
    boolean readBytes(long count, Octets.Collector target) throws IOException {
        long left = count;
        boolean held = true;
        while (left > 0) {
            if (start == end) {
                fill();
            }
            int available = (int) Math.min(left, end - start);
            held = target.addIfMemoryHolds(buffer, start, available);
            start += available;
            left -= available;
        }
        return held;
    }

    /** Read exactly so many bytes, and forget them. */
    void skipBytes(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (start == end) {
                fill();
            }
            long available = Math.min(left, end - start);
            start += (int) available;
            left -= available;
        }
    }

    private String decode(int from, int length) throws SmtpRefusedException {
        boolean ascii = true;
        for (int i = from; i < from + length; i++) {
            byte octet = buffer[i];
            if (octet == '\n') {
                throw malformed("Line must end with CRLF");
            }
            if ((octet >= 0 && octet < ' ' && octet != '\t') || octet == 0x7f) {
                throw malformed("Control characters are not allowed");
            }
            ascii &= octet >= 0;
        }
        return ascii ? new String(buffer, from, length, StandardCharsets.US_ASCII) : decodeUtf8(from, length);
    }

    private String decodeUtf8(int from, int length) throws SmtpRefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("Line is neither ASCII nor UTF-8");
        }
    }

    private SmtpRefusedException discardLine() throws IOException {
        int discarded = 0;
        int newline = -1;
        while (newline < 0) {
            discarded += end - 1 - start;
            if (discarded > LONGEST_DISCARD) {
                throw new EndlessLineException();
            }
            start = end - 1;
            fill();
            newline = endOfLine();
        }
        start = newline + 1;
        return malformed("Line too long");
    }

    private static SmtpRefusedException malformed(String text) {
        return new SmtpRefusedException(500, "5.5.2", text);
    }

    /** Return where a line feed ends the line: behind a CR, or with nothing sent behind it; -1 if none has come. */
    private int endOfLine() throws IOException {
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n'
                    && ((i > start && buffer[i - 1] == '\r') || (i + 1 == end && source.available() == 0))) {
                return i;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int count = source.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("The client closed the connection");
        }
        end += count;
    }

    /**
     * A message as it was read.
     *
     * @param octets what was kept
     * @param size how many bytes there were
     * @param bareLineEnding whether one of them was a CR or LF on its own
     * @param held whether the memory has held them; if not, none was kept
     */
    record MessageData(Octets octets, long size, boolean bareLineEnding, boolean held) {}
}

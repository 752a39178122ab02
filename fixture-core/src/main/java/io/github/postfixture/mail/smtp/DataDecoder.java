package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import io.github.postfixture.octets.Octets;

/**
 * Finds the end of a message and takes the dot-stuffing off (RFC 5321 section 4.5.2). Only CRLF ends a line: a bare
 * CR or LF is a byte like any other, so that nothing can be smuggled behind one.
 */
final class DataDecoder {

    private enum State {
        LINE_START,
        IN_LINE,
        CR,
        DOT,
        DOT_CR,
        FINISHED
    }

    private static final byte[] CR = {'\r'};

    private final Octets.Collector collector = new Octets.Collector();
    private final long limit;
    private long size;
    private boolean bareLineEnding;
    private boolean held = true;
    private State state = State.LINE_START;

    DataDecoder(long limit) {
        this.limit = limit;
    }

    boolean isFinished() {
        return state == State.FINISHED;
    }

    MessageData data() {
        return new MessageData(collector.collected(), size, bareLineEnding, held);
    }

    /** Decode bytes from start to end; return where the message ended, or the end. */
    int decode(byte[] bytes, int start, int end) {
        int pending = start;
        for (int i = start; i < end; i++) {
            byte octet = bytes[i];
            switch (state) {
                case LINE_START -> {
                    if (octet == '.') {
                        keep(bytes, pending, i);
                        pending = i + 1;
                        state = State.DOT;
                    } else {
                        state = inLine(octet);
                    }
                }
                case DOT -> {
                    if (octet == '\r') {
                        pending = i + 1;
                        state = State.DOT_CR;
                    } else {
                        state = inLine(octet);
                    }
                }
                case DOT_CR -> {
                    if (octet == '\n') {
                        state = State.FINISHED;
                        return i + 1;
                    }
                    keep(CR, 0, 1);
                    bareLineEnding = true;
                    state = inLine(octet);
                }
                case CR -> state = octet == '\n' ? State.LINE_START : afterBareCr(octet);
                default -> state = inLine(octet);
            }
        }
        keep(bytes, pending, end);
        return end;
    }

    private State afterBareCr(byte octet) {
        bareLineEnding = true;
        return inLine(octet);
    }

    private State inLine(byte octet) {
        bareLineEnding |= octet == '\n';
        return octet == '\r' ? State.CR : State.IN_LINE;
    }

    private void keep(byte[] bytes, int from, int to) {
        size += to - from;
        if (size <= limit) {
            held = collector.addIfMemoryHolds(bytes, from, to - from);
        }
    }
}

package io.github.postfixture.mime;

import java.util.Arrays;

/** Quoted-printable (RFC 2045 section 6.7); whatever is none stays as it stands. */
final class QuotedPrintable implements TransferDecoder {

    private State state = State.TEXT;
    private byte[] pending = new byte[16];
    private int count;
    private boolean escapes;
    private boolean eightBit;

    @Override
    public void decode(byte[] source, int length, DecodedOctets target) {
        for (int i = 0; i < length; i++) {
            add(source[i], target);
        }
    }

    @Override
    public void finish(DecodedOctets target) {
        if (state == State.DIGIT) {
            giveUp(target);
        }
        count = 0;
    }

    @Override
    public String damage() {
        if (escapes) {
            return "has an = that escapes nothing";
        }
        return eightBit ? "has bytes beyond ASCII" : "";
    }

    private void add(byte octet, DecodedOctets target) {
        switch (state) {
            case TEXT -> text(octet, target);
            case CARRIAGE_RETURN -> lineEnd(octet, target);
            case EQUALS -> escape(octet, target);
            case DIGIT -> secondDigit(octet, target);
            case SOFT_BREAK -> softBreak(octet, target);
        }
    }

    /** White space at the end of a line is padding of a gateway, so that it waits for what follows. */
    private void text(byte octet, DecodedOctets target) {
        switch (octet) {
            case ' ', '\t' -> hold(octet);
            case '\r' -> {
                hold(octet);
                state = State.CARRIAGE_RETURN;
            }
            case '\n' -> {
                count = 0;
                target.write(octet);
            }
            case '=' -> {
                flush(target);
                hold(octet);
                state = State.EQUALS;
            }
            default -> {
                flush(target);
                eightBit |= octet < 0;
                target.write(octet);
            }
        }
    }

    private void lineEnd(byte octet, DecodedOctets target) {
        state = State.TEXT;
        if (octet == '\n') {
            count = 0;
            target.write('\r');
            target.write('\n');
        } else {
            flush(target);
            text(octet, target);
        }
    }

    private void escape(byte octet, DecodedOctets target) {
        if (Character.digit(octet, 16) >= 0) {
            hold(octet);
            state = State.DIGIT;
        } else {
            softBreak(octet, target);
        }
    }

    private void secondDigit(byte octet, DecodedOctets target) {
        if (Character.digit(octet, 16) < 0) {
            giveUp(target);
            text(octet, target);
            return;
        }
        target.write(16 * Character.digit(pending[1], 16) + Character.digit(octet, 16));
        count = 0;
        state = State.TEXT;
    }

    private void softBreak(byte octet, DecodedOctets target) {
        if (octet == '\n') {
            count = 0;
            state = State.TEXT;
        } else if (octet == ' ' || octet == '\t' || octet == '\r') {
            hold(octet);
            state = State.SOFT_BREAK;
        } else {
            giveUp(target);
            text(octet, target);
        }
    }

    private void giveUp(DecodedOctets target) {
        escapes = true;
        flush(target);
        state = State.TEXT;
    }

    private void hold(byte octet) {
        if (count == pending.length) {
            pending = Arrays.copyOf(pending, 2 * count);
        }
        pending[count++] = octet;
    }

    private void flush(DecodedOctets target) {
        for (int i = 0; i < count; i++) {
            target.write(pending[i]);
        }
        count = 0;
    }

    private enum State {
        TEXT,
        CARRIAGE_RETURN,
        EQUALS,
        DIGIT,
        SOFT_BREAK
    }
}

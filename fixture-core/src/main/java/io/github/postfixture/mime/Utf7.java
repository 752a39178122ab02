package io.github.postfixture.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** UTF-7 (RFC 2152), which Java lacks, to be read only. */
final class Utf7 extends Charset {

    static final Charset CHARSET = new Utf7();

    private Utf7() {
        super("UTF-7", new String[0]);
    }

    @Override
    public boolean contains(Charset charset) {
        return true;
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("UTF-7 is read only");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {

        private boolean shifted;
        private boolean empty;
        private int bits;
        private int count;

        Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected void implReset() {
            shifted = false;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                int octet = in.get() & 0xff;
                if (octet > 0x7f) {
                    in.position(in.position() - 1);
                    return CoderResult.malformedForLength(1);
                }
                decode(octet, out);
            }
            return CoderResult.UNDERFLOW;
        }

        private void decode(int octet, CharBuffer out) {
            if (!shifted) {
                direct(octet, out);
            } else if (Base64Text.value(octet) >= 0) {
                encoded(Base64Text.value(octet), out);
            } else {
                shifted = false;
                if (octet == '-' && empty) {
                    out.put('+');
                } else if (octet != '-') {
                    direct(octet, out);
                }
            }
        }

        private void direct(int octet, CharBuffer out) {
            if (octet == '+') {
                shifted = true;
                empty = true;
                count = 0;
            } else {
                out.put((char) octet);
            }
        }

        private void encoded(int value, CharBuffer out) {
            empty = false;
            bits = (bits << 6) | value;
            count += 6;
            if (count >= 16) {
                count -= 16;
                out.put((char) (bits >> count));
            }
        }
    }
}

package io.github.postfixture.mime;

import java.util.Arrays;

/** Base64 (RFC 2045 section 6.8); whatever is none is passed over. */
final class Base64Text implements TransferDecoder {

    private static final byte[] VALUES = values();

    private int bits;
    private int count;
    private long digits;
    private boolean foreign;
    private boolean padded;
    private boolean resumed;

    /** Return what a digit of base64 stands for; a negative number if it is none. */
    static int value(int octet) {
        return VALUES[octet & 0xff];
    }

    @Override
    public void decode(byte[] source, int length, DecodedOctets target) {
        for (int i = 0; i < length; i++) {
            int value = VALUES[source[i] & 0xff];
            if (value < 0) {
                pass(source[i]);
            } else {
                add(value, target);
            }
        }
    }

    @Override
    public void finish(DecodedOctets target) {
        count = 0;
    }

    @Override
    public String damage() {
        if (foreign) {
            return "has characters that are no base64";
        }
        if (resumed) {
            return "goes on after its padding";
        }
        return digits % 4 == 1 ? "ends within an octet" : digits % 4 > 1 && !padded ? "ends without its padding" : "";
    }

    private void add(int value, DecodedOctets target) {
        resumed |= padded;
        digits++;
        bits = (bits << 6) | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            target.write(bits >> count);
        }
    }

    private void pass(byte octet) {
        if (octet == '=') {
            padded = true;
            count = 0;
        } else {
            foreign |= octet != '\r' && octet != '\n' && octet != ' ' && octet != '\t';
        }
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }
}

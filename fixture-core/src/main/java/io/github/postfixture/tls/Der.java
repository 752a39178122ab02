package io.github.postfixture.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the few kinds of value of which a certificate is made, in DER (ITU-T X.690). */
final class Der {

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int NULL = 0x05;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;

    private static final int FIRST_YEAR_OF_GENERALIZED_TIME = 2050;
    private static final DateTimeFormatter SHORT_YEAR = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter LONG_YEAR = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, concatenated(parts));
    }

    static byte[] booleanTrue() {
        return value(BOOLEAN, new byte[] {(byte) 0xff});
    }

    static byte[] integer(BigInteger number) {
        return value(INTEGER, number.toByteArray());
    }

    static byte[] octetString(byte[] octets) {
        return value(OCTET_STRING, octets);
    }

    static byte[] bitString(byte[] wholeBytes) {
        return value(BIT_STRING, concatenated(new byte[] {0}, wholeBytes));
    }

    /** Return a bit string in which these bits of the first eight are set; at least one is. */
    static byte[] namedBits(int... positions) {
        int bits = 0;
        for (int position : positions) {
            bits |= 0x80 >> position;
        }
        return value(BIT_STRING, new byte[] {(byte) Integer.numberOfTrailingZeros(bits), (byte) bits});
    }

    static byte[] nothing() {
        return value(NULL, new byte[0]);
    }

    static byte[] objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(base128(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1])));
        for (int i = 2; i < arcs.length; i++) {
            content.writeBytes(base128(Integer.parseInt(arcs[i])));
        }
        return value(OBJECT_IDENTIFIER, content.toByteArray());
    }

    /** Return the time as a certificate must write it (RFC 5280 section 4.1.2.5), to the second. */
    static byte[] time(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        return utc.getYear() < FIRST_YEAR_OF_GENERALIZED_TIME
                ? value(UTC_TIME, ascii(SHORT_YEAR.format(utc)))
                : value(GENERALIZED_TIME, ascii(LONG_YEAR.format(utc)));
    }

    /** Return the content under a context-specific tag that replaces its own. */
    static byte[] implicit(int tag, byte[] content) {
        return value(CONTEXT | tag, content);
    }

    /** Return a whole value wrapped in a context-specific tag. */
    static byte[] explicit(int tag, byte[] whole) {
        return value(CONTEXT | CONSTRUCTED | tag, whole);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] value(int tag, byte[] content) {
        return concatenated(new byte[] {(byte) tag}, length(content.length), content);
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        if (length < 0x100) {
            return new byte[] {(byte) 0x81, (byte) length};
        }
        if (length < 0x10000) {
            return new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
        }
        throw new IllegalArgumentException("length (" + length + ") must be below 65536");
    }

    private static byte[] base128(int number) {
        int groups = Math.max(1, (38 - Integer.numberOfLeadingZeros(number)) / 7);
        byte[] bytes = new byte[groups];
        for (int i = 0; i < groups; i++) {
            int more = i == groups - 1 ? 0 : 0x80;
            bytes[i] = (byte) (more | (number >> (7 * (groups - 1 - i)) & 0x7f));
        }
        return bytes;
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}

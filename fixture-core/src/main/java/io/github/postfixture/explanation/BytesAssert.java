package io.github.postfixture.explanation;

import java.util.Arrays;
import org.assertj.core.api.AbstractByteArrayAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on binary content, which AssertJ would show as decimal numbers. */
public final class BytesAssert extends AbstractByteArrayAssert<BytesAssert> {

    private static final int MOST = 8;

    private final String what;

    /**
     * Assert on bytes.
     *
     * @param what what they are, such as {@code the content of invoice.pdf}
     */
    public BytesAssert(byte[] actual, String what) {
        super(actual, BytesAssert.class);
        this.what = what;
    }

    @Override
    public BytesAssert isEqualTo(@Nullable Object expected) {
        return expected instanceof byte[] bytes ? verifyEqual(bytes) : super.isEqualTo(expected);
    }

    @Override
    public BytesAssert containsExactly(byte... values) {
        return verifyEqual(values);
    }

    private BytesAssert verifyEqual(byte... expected) {
        int same = Arrays.mismatch(actual, expected);
        if (same >= 0) {
            throw failureWithActualExpected(
                    actual,
                    expected,
                    "%s",
                    FailureMessage.expected(
                            what + " to be the " + Quantity.of(expected.length, "byte") + " given",
                            "it has " + actual.length + ", the same up to byte " + same + ", then " + from(same, actual)
                                    + " instead of " + from(same, expected)));
        }
        return this;
    }

    private static String from(int place, byte... bytes) {
        if (place == bytes.length) {
            return "the end";
        }
        int end = Math.min(bytes.length, place + MOST);
        StringBuilder hex = new StringBuilder();
        for (int i = place; i < end; i++) {
            hex.append(String.format("%02X ", bytes[i]));
        }
        return hex.append(end < bytes.length ? "\u2026" : "").toString().strip();
    }
}

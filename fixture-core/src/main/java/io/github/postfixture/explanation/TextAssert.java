package io.github.postfixture.explanation;

import java.util.Arrays;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the text of a message. The line break at its end, which transport adds (RFC 5321 section 4.1.1.4), does not
 * count, nor whether lines end in CR LF or in LF; neither of the text nor of what it is compared with.
 */
public final class TextAssert extends AbstractStringAssert<TextAssert> {

    private static final String LINE_BREAK = "\n";

    /** Assert on a text. */
    public TextAssert(String actual) {
        super(withoutEnd(actual), TextAssert.class);
    }

    @Override
    public TextAssert isEqualTo(@Nullable Object expected) {
        return expected instanceof String text ? isEqualTo(text) : super.isEqualTo(expected);
    }

    @Override
    public TextAssert isEqualTo(@Nullable String expected) {
        return super.isEqualTo(expected == null ? null : withoutEnd(expected));
    }

    @Override
    public TextAssert isNotEqualTo(@Nullable Object other) {
        return super.isNotEqualTo(other instanceof String text ? withoutEnd(text) : other);
    }

    @Override
    public TextAssert startsWith(CharSequence prefix) {
        return super.startsWith(part(prefix));
    }

    @Override
    public TextAssert endsWith(CharSequence suffix) {
        return super.endsWith(withoutEnd(suffix));
    }

    @Override
    public TextAssert contains(CharSequence... values) {
        return super.contains(parts(values));
    }

    @Override
    public TextAssert doesNotContain(CharSequence... values) {
        return super.doesNotContain(parts(values));
    }

    @Override
    public TextAssert containsSubsequence(CharSequence... values) {
        return super.containsSubsequence(parts(values));
    }

    /** Return a text as it is compared: without the line break at its end, and with lines that end in LF. */
    public static String compared(CharSequence text) {
        return withoutEnd(text);
    }

    /** Return whether it contains a part, compared as {@link #contains(CharSequence...)} does. */
    public boolean hasPart(CharSequence value) {
        return actual.contains(part(value));
    }

    private CharSequence[] parts(CharSequence... values) {
        return Arrays.stream(values).map(this::part).toArray(CharSequence[]::new);
    }

    /** Return a part without its line break where that would be the one at the end of the text. */
    private String part(CharSequence value) {
        String part = withLineFeeds(value);
        return part.endsWith(LINE_BREAK) && !actual.contains(part) && actual.endsWith(withoutEnd(part))
                ? withoutEnd(part)
                : part;
    }

    private static String withoutEnd(CharSequence text) {
        String lines = withLineFeeds(text);
        return lines.endsWith(LINE_BREAK) ? lines.substring(0, lines.length() - 1) : lines;
    }

    private static String withLineFeeds(CharSequence text) {
        return text.toString().replace("\r\n", LINE_BREAK);
    }
}

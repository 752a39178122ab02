package io.github.postfixture.ical;

import io.github.postfixture.mime.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The lines of an iCalendar stream or of vCards without their folding, in one pass. Folds may stand within a character
 * (RFC 5545 section 3.1), so that bytes are joined before they are decoded.
 */
final class LogicalLines {

    private static final String QUOTED_PRINTABLE = "QUOTED-PRINTABLE";

    private final byte[] raw;
    private final BiConsumer<Integer, String> remarks;
    private int at;
    private int physical;
    private int number;
    private boolean bareEnds;

    /**
     * Prepare to read lines.
     *
     * @param remarks is told the number of a line, and what is wrong with it
     */
    LogicalLines(byte[] raw, BiConsumer<Integer, String> remarks) {
        this.raw = raw;
        this.remarks = remarks;
        this.at = hasByteOrderMark() ? 3 : 0;
    }

    /** Return the number of the line that was returned last, from 1. */
    int number() {
        return number;
    }

    /** Return the next line; nothing after the last. */
    Optional<String> next() {
        if (at >= raw.length) {
            return Optional.empty();
        }
        number = physical + 1;
        int begin = at;
        int end = endOfLine();
        if (!goesOn() && !isSoftBreak(begin, end)) {
            return Optional.of(decoded(raw, begin, end));
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(raw, begin, end - begin);
        join(joined, isQuotedPrintable(begin, end), end > begin && raw[end - 1] == '=');
        byte[] bytes = joined.toByteArray();
        return Optional.of(decoded(bytes, 0, bytes.length));
    }

    private void join(ByteArrayOutputStream line, boolean quotedPrintable, boolean soft) {
        boolean broken = quotedPrintable && soft;
        while (at < raw.length && (goesOn() || broken)) {
            if (broken) {
                line.write('\r');
                line.write('\n');
            } else {
                at++;
            }
            int begin = at;
            int end = endOfLine();
            line.write(raw, begin, end - begin);
            broken = quotedPrintable && end > begin && raw[end - 1] == '=';
        }
    }

    /** Go behind the line, and return where its text ends. */
    private int endOfLine() {
        int end = at;
        while (end < raw.length && raw[end] != '\n') {
            end++;
        }
        at = Math.min(end + 1, raw.length);
        physical++;
        boolean carriageReturn = end > 0 && end < raw.length && raw[end - 1] == '\r';
        if (!carriageReturn && end < raw.length && !bareEnds) {
            bareEnds = true;
            remarks.accept(physical, "ends with LF alone, where CRLF is demanded (RFC 5545 section 3.1)");
        }
        return carriageReturn ? end - 1 : end;
    }

    private boolean goesOn() {
        return at < raw.length && (raw[at] == ' ' || raw[at] == '\t');
    }

    private boolean isSoftBreak(int begin, int end) {
        return end > begin && raw[end - 1] == '=' && isQuotedPrintable(begin, end);
    }

    private boolean isQuotedPrintable(int begin, int end) {
        int colon = begin;
        while (colon < end && raw[colon] != ':') {
            colon++;
        }
        return colon - begin > QUOTED_PRINTABLE.length()
                && new String(raw, begin, colon - begin, StandardCharsets.ISO_8859_1)
                        .toUpperCase(Locale.ROOT)
                        .contains(QUOTED_PRINTABLE);
    }

    private String decoded(byte[] bytes, int begin, int end) {
        if (isAscii(bytes, begin, end)) {
            return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
        }
        byte[] line = Arrays.copyOfRange(bytes, begin, end);
        TextDecoder.invalid(line, StandardCharsets.UTF_8)
                .ifPresent(invalid -> remarks.accept(number, "is not UTF-8, and was guessed: " + invalid));
        return TextDecoder.decode(line, Optional.empty(), remark -> {});
    }

    private static boolean isAscii(byte[] bytes, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean hasByteOrderMark() {
        return TextDecoder.marked(raw).filter(StandardCharsets.UTF_8::equals).isPresent();
    }
}

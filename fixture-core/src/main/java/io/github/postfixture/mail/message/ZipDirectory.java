package io.github.postfixture.mail.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/** The central directory at the end of a ZIP file, which names its entries (PKWARE APPNOTE sections 4.3.12 to 4.3.16). */
final class ZipDirectory {

    private static final int MOST_ENTRIES = 1_000_000;

    private static final int LOCAL = 0x04034b50;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int ENTRY_FLAGS = 8;
    private static final int ENTRY_NAME_LENGTH = 28;
    private static final int IS_UTF_8 = 1 << 11;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_SIZE = 12;
    private static final int LONGEST_COMMENT = 0xffff;

    private static final int END_64 = 0x06064b50;
    private static final int END_64_SIZE = 40;
    private static final int END_64_LENGTH = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;

    private final ByteBuffer directory;
    private final List<String> names = new ArrayList<>();

    private ZipDirectory(ByteBuffer directory) {
        this.directory = directory;
    }

    /** Find the directory; what is no ZIP file at all has an empty one. */
    static ZipDirectory of(byte[] file) throws ZipException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(bytes);
        if (end < 0 && is(LOCAL, bytes, 0)) {
            throw new ZipException("its central directory is missing, as if the file was cut off");
        }
        return new ZipDirectory(end < 0 ? bytes.slice(0, 0) : before(end, bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** Return the names of the entries, in order. */
    List<String> names() throws ZipException {
        while (directory.hasRemaining()) {
            if (names.size() == MOST_ENTRIES) {
                throw new ZipException("it has more than " + MOST_ENTRIES + " entries");
            }
            names.add(name());
        }
        return names;
    }

    private String name() throws ZipException {
        int entry = directory.position();
        if (!is(ENTRY, directory, entry) || directory.remaining() < ENTRY_LENGTH + lengths(entry)) {
            throw new ZipException("its central directory is damaged at entry " + (names.size() + 1));
        }
        byte[] name = new byte[length(entry, 0)];
        directory.position(entry + ENTRY_LENGTH).get(name).position(entry + ENTRY_LENGTH + lengths(entry));
        return (directory.getShort(entry + ENTRY_FLAGS) & IS_UTF_8) != 0 ? new String(name, UTF_8) : decoded(name);
    }

    private int lengths(int entry) {
        return directory.limit() - entry < ENTRY_LENGTH ? 0 : length(entry, 0) + length(entry, 1) + length(entry, 2);
    }

    /** Return the length of the name, of the extra fields, or of the comment. */
    private int length(int entry, int which) {
        return directory.getShort(entry + ENTRY_NAME_LENGTH + 2 * which) & 0xffff;
    }

    /** Return a name that does not say its charset: what is no UTF-8 is that of the IBM PC. */
    private static String decoded(byte[] name) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            return new String(name, Charset.isSupported("IBM437") ? Charset.forName("IBM437") : ISO_8859_1);
        }
    }

    /** Return the directory, which stands right before its end record, whatever stands before the file itself. */
    private static ByteBuffer before(int end, ByteBuffer bytes) throws ZipException {
        int locator = end - LOCATOR_LENGTH;
        int end64 = is(LOCATOR, bytes, locator) ? end64(locator, bytes) : -1;
        long size = end64 < 0 ? bytes.getInt(end + END_SIZE) & 0xffffffffL : bytes.getLong(end64 + END_64_SIZE);
        int last = end64 < 0 ? end : end64;
        if (size < 0 || size > last) {
            throw new ZipException("its central directory is damaged: it would be longer than the file");
        }
        return bytes.slice(last - (int) size, (int) size);
    }

    private static int end64(int locator, ByteBuffer bytes) {
        long said = bytes.getLong(locator + 8);
        int usual = locator - END_64_LENGTH;
        return said >= 0 && said <= usual && is(END_64, bytes, (int) said)
                ? (int) said
                : is(END_64, bytes, usual) ? usual : -1;
    }

    private static int end(ByteBuffer bytes) {
        int end = bytes.limit() - END_LENGTH;
        int first = Math.max(0, end - LONGEST_COMMENT);
        while (end >= first && !is(END, bytes, end)) {
            end--;
        }
        return end >= first ? end : -1;
    }

    private static boolean is(int signature, ByteBuffer bytes, int position) {
        return position >= 0 && position <= bytes.limit() - Integer.BYTES && bytes.getInt(position) == signature;
    }
}

package io.github.postfixture.mail.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The directory of a folder, whatever the folder is called: its name, in which everything but letters, digits and a few
 * signs of ASCII is written as the hexadecimal digits of its UTF-8 bytes behind a percent sign. What is too long for a
 * file system is cut, and told apart by its digest.
 */
final class FolderDirectories {

    /** The directory of what is not sent yet: no folder has it, as hexadecimal digits would follow the percent sign. */
    static final String OUTBOX = "%outbox";

    private static final String SAFE = "._-+=@,; ()!";
    private static final int LONGEST = 120;
    private static final String CUT = "%~";

    private FolderDirectories() {}

    static String of(String folder) {
        StringBuilder directory = new StringBuilder();
        byte[] bytes = folder.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            directory.append(encoded((char) (bytes[i] & 0xff), i > 0 && i < bytes.length - 1));
        }
        return directory.length() <= LONGEST
                ? directory.toString()
                : directory.substring(0, LONGEST / 2) + CUT + digest(bytes);
    }

    /** Return the name of the folder; nothing if it cannot be told from the directory alone. */
    static Optional<String> folderOf(String directory) {
        if (directory.equals(OUTBOX) || directory.contains(CUT)) {
            return Optional.empty();
        }
        return Optional.of(decoded(directory)).filter(folder -> of(folder).equals(directory));
    }

    private static String encoded(char octet, boolean inside) {
        boolean letterOrDigit = octet < 0x80 && Character.isLetterOrDigit(octet);
        return letterOrDigit || (inside && SAFE.indexOf(octet) >= 0)
                ? String.valueOf(octet)
                : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) octet);
    }

    private static String decoded(String directory) {
        byte[] bytes = new byte[directory.length()];
        int end = 0;
        for (int i = 0; i < directory.length(); i++) {
            boolean escape = directory.charAt(i) == '%'
                    && HexFormat.isHexDigit(at(directory, i + 1))
                    && HexFormat.isHexDigit(at(directory, i + 2));
            bytes[end++] = (byte) (escape ? HexFormat.fromHexDigits(directory, i + 1, i + 3) : directory.charAt(i));
            i += escape ? 2 : 0;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("Every JDK has SHA-256", e);
        }
    }
}

package io.github.postfixture.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What a reader makes of a message.
 *
 * @param subject the decoded subject
 * @param from the authors, each as a name in quotes and an address in angle brackets
 * @param to the recipients
 * @param cc the recipients of copies
 * @param replyTo where answers go
 * @param date when it was written, as an instant; empty if the reader does not know
 * @param structure the types, those of parts in parentheses
 * @param texts the text of each part of text, in order
 * @param files the name, size and checksum of each part that has a name
 */
public record ReadMessage(
        String subject,
        List<String> from,
        List<String> to,
        List<String> cc,
        List<String> replyTo,
        String date,
        String structure,
        List<String> texts,
        List<String> files) {

    /** What stands in place of a value that a reader has thrown an exception for. */
    public static final String GIVEN_UP = "(given up)";

    /** Return an address as all readers show it. */
    public static String address(String name, String address) {
        return '"' + name + "\" <" + address + '>';
    }

    /** Return a file as all readers show it. */
    public static String file(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return name + " (" + content.length + ", " + Long.toHexString(checksum.getValue()) + ")";
    }

    /** Return a message that is attached as all readers show it: they keep its bytes in different ways. */
    public static String message(String name) {
        return name + " (a message)";
    }

    /** Return a file of text as all readers show it. */
    public static String file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }
}

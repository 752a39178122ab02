package io.github.postfixture.mail.client;

import java.nio.charset.StandardCharsets;

/** How a client writes what it says by IMAP (RFC 3501 section 9). */
final class ImapWords {

    private ImapWords() {}

    /** Return a string as an argument: quoted where that can be, else the bytes of a literal. */
    static Object string(String text) {
        return string(octets(text));
    }

    /** Return bytes as an argument: quoted where that can be, else the bytes of a literal. */
    static Object string(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.chars().allMatch(c -> c > 0 && c < 0x80 && c != '\r' && c != '\n')
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : bytes;
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Return the command as failures show it: of a login and of literals nothing but the name. */
    static String shown(String name, Object... arguments) {
        StringBuilder shown = new StringBuilder(name);
        for (Object argument : arguments) {
            if (!(argument instanceof byte[]) && !name.equals("LOGIN")) {
                shown.append(shown.length() == name.length() ? " " : "").append(argument);
            }
        }
        return shown.toString().strip();
    }
}

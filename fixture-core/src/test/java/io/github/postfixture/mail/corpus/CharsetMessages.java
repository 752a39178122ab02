package io.github.postfixture.mail.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Every charset in every transfer encoding, and in encoded words. */
final class CharsetMessages {

    private static final String TEXT = "Grüße, Привет, Γειά, שלום, 日本語, 中文, 한국어, ไทย, 😀 = end";
    private static final List<String> CHARSETS = List.of(
            "us-ascii",
            "utf-8",
            "utf-16",
            "utf-16be",
            "utf-32",
            "iso-8859-1",
            "iso-8859-2",
            "iso-8859-5",
            "iso-8859-7",
            "iso-8859-8",
            "iso-8859-9",
            "iso-8859-15",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1255",
            "koi8-r",
            "koi8-u",
            "big5",
            "gb2312",
            "gb18030",
            "euc-jp",
            "iso-2022-jp",
            "shift_jis",
            "euc-kr",
            "tis-620",
            "ibm437");
    private static final List<String> UNKNOWN =
            List.of("utf-7", "x-unknown", "utf8mb4", "\"\"", "default_charset", "../etc");

    private CharsetMessages() {}

    static List<DifficultMessage> all() {
        List<DifficultMessage> messages = new ArrayList<>();
        for (String charset : CHARSETS) {
            add(messages, charset, TEXT.getBytes(Charset.forName(charset)));
        }
        for (String charset : UNKNOWN) {
            add(messages, charset, TEXT.getBytes(StandardCharsets.UTF_8));
        }
        return messages;
    }

    private static void add(List<DifficultMessage> messages, String charset, byte[] bytes) {
        String type = "Content-Type: text/plain; charset=" + charset + "\nContent-Transfer-Encoding: ";
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        messages.add(DifficultMessage.exactly(
                charset + " in 8 bits", (type + "8bit\n\n").replace("\n", "\r\n") + withoutBareEndings(raw) + "\r\n"));
        messages.add(DifficultMessage.of(
                charset + " in quoted-printable", type + "quoted-printable\n\n" + quoted(raw) + "\n"));
        messages.add(DifficultMessage.of(charset + " in base64", type + "base64\n\n" + base64(bytes) + "\n"));
        messages.add(DifficultMessage.of(
                charset + " in words",
                "Subject: =?" + charset + "?B?" + base64(bytes) + "?=\n =?" + charset + "?q?" + quoted(raw)
                        + "?=\nFrom: =?" + charset + "?q?" + quoted(raw) + "?= <a@example.org>\n\nx\n"));
    }

    private static String withoutBareEndings(String raw) {
        return raw.replace('\r', ' ').replace('\n', ' ');
    }

    private static String quoted(String raw) {
        return raw.chars().mapToObj(octet -> "=%02X".formatted(octet)).collect(Collectors.joining());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package io.github.postfixture.mail.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of every length, line endings, dots, and octets that are no text. */
final class LineMessages {

    private static final List<Integer> LENGTHS = List.of(
            1, 76, 77, 78, 79, 997, 998, 999, 1_000, 1_001, 2_048, 4_094, 4_095, 4_096, 4_097, 8_190, 8_191, 8_192,
            8_193, 16_384, 65_535, 65_536, 65_537, 200_000);

    private LineMessages() {}

    static List<DifficultMessage> all() {
        List<DifficultMessage> messages = new ArrayList<>();
        addLengths(messages);
        addDots(messages);
        addEndings(messages);
        addOctets(messages);
        return messages;
    }

    private static void addLengths(List<DifficultMessage> messages) {
        for (int length : LENGTHS) {
            String line = "x".repeat(length);
            messages.add(DifficultMessage.of("a line of " + length, "Subject: x\n\n" + line + "\nlast\n"));
            messages.add(DifficultMessage.of("a field of " + length, "Subject: " + line + "\n\ntext\n"));
            messages.add(DifficultMessage.of("a last line of " + length, "Subject: x\n\n" + line + "\n"));
            messages.add(DifficultMessage.exactly(
                    length + " octets", "\r\n" + "y".repeat(Math.max(1, length - 4)) + "\r\n"));
        }
        messages.add(DifficultMessage.of("10,000 lines", "Subject: x\n\n" + "short\n".repeat(10_000)));
        messages.add(DifficultMessage.of("10,000 empty lines", "Subject: x\n\n" + "\n".repeat(10_000)));
        messages.add(DifficultMessage.of("a megabyte", "Subject: x\n\n" + ("z".repeat(76) + "\n").repeat(13_500)));
    }

    private static void addDots(List<DifficultMessage> messages) {
        for (String dots : List.of(
                ".", "..", "...", ".x", "..x", ". ", ".\n.", ".\n\n.", "x\n.\nx", "-\n.QUIT\n..", ".\n.\n.\n.")) {
            messages.add(DifficultMessage.of("dots " + dots.replace("\n", "/"), "Subject: x\n\n" + dots + "\n"));
        }
        messages.add(DifficultMessage.of("a dot in front of a field", ".Subject: x\n\ntext\n"));
        messages.add(DifficultMessage.of("nothing but a dot", ".\n"));
        messages.add(DifficultMessage.of("a dot on every line", "Subject: x\n\n" + ".\n".repeat(5_000)));
        messages.add(
                DifficultMessage.of("a dot at the edge of a piece", "Subject: x\n\n" + "y".repeat(4_082) + "\n.\n"));
    }

    private static void addEndings(List<DifficultMessage> messages) {
        List<String> texts = List.of(
                "",
                "\r\n",
                "\r\n\r\n",
                "Subject: x",
                "Subject: x\r\n",
                "Subject: x\r\n\r\n",
                "Subject: x\r\n\r\nno last line ending",
                "Subject: x\r\n\r\nends with CR\r",
                "Subject: x\r\n\r\nends with LF\n",
                "Subject: x\r\n\r\nbare\nline\nfeeds\r\n",
                "Subject: x\r\n\r\nbare\rcarriage\rreturns\r\n",
                "Subject: x\r\n\r\nreversed\n\rendings\n\r\r\n",
                "Subject: x\r\n\r\ndoubled\r\r\nreturns\r\r\n",
                "Subject: x\n\nonly\nline feeds\n",
                "Subject: x\rFrom: a@b\r\ronly returns\r",
                "Subject: x\r\n\r\nsmuggled\n.\r\nQUIT\r\n",
                "Subject: x\r\n\r\nsmuggled\r\n.\nQUIT\r\n",
                "Subject: x\r\n\r\nsmuggled\n.\nQUIT\r\n",
                "Subject: x\r\n\r\nsmuggled\r.\rQUIT\r\n",
                "Subject: a\nb\r\n\r\ntext\r\n",
                "Subject: a\rb\r\n\r\ntext\r\n",
                "Subject: x\r\n\r\ntabs\t \t\r\n \r\n\t\r\n",
                "Subject: x\r\n\r\nform\ffeed\u000bvertical\u001bescape\u007f\r\n");
        for (int i = 0; i < texts.size(); i++) {
            messages.add(DifficultMessage.exactly("line endings " + (i + 1), texts.get(i)));
        }
    }

    private static void addOctets(List<DifficultMessage> messages) {
        String every = IntStream.range(0, 256)
                .filter(octet -> octet != '\r' && octet != '\n')
                .mapToObj(octet -> String.valueOf((char) octet))
                .collect(Collectors.joining());
        messages.add(DifficultMessage.of("every octet in the text", "Subject: x\n\n" + every + "\n"));
        messages.add(DifficultMessage.of("every octet in a field", "Subject: " + every + "\n\ntext\n"));
        messages.add(DifficultMessage.of("NUL in the text", "Subject: x\n\na\0b\0\0\n\0\n"));
        messages.add(DifficultMessage.of("NUL in a field", "Subject: a\0b\nFrom: \0 <a\0@b>\n\ntext\n"));
        messages.add(DifficultMessage.of("NUL in a name", "Sub\0ject: x\n\ntext\n"));
        messages.add(DifficultMessage.of("nothing but NUL", "\0".repeat(1_000) + "\n"));
        messages.add(DifficultMessage.of("telnet commands", "Subject: x\n\n\u00ff\u00f4\u00ff\u00fd\u0006\n"));
        messages.add(DifficultMessage.of("literals", "Subject: {5}\n\n{10}\n{10+}\n~{3}\n* OK\na1 OK\n+ go\n"));
        messages.add(DifficultMessage.of("replies", "Subject: x\n\n250 OK\n354 go\n-ERR no\n+OK yes\n"));
        for (long seed = 1; seed <= 8; seed++) {
            byte[] noise = new byte[5_000];
            new Random(seed).nextBytes(noise);
            messages.add(DifficultMessage.exactly("noise " + seed, new String(noise, StandardCharsets.ISO_8859_1)));
        }
    }
}

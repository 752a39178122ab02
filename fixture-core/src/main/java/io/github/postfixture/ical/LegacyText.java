package io.github.postfixture.ical;

import io.github.postfixture.mime.Message;
import io.github.postfixture.octets.Octets;

/** Text in quoted-printable, as vCard 2.1 has it. */
final class LegacyText {

    private LegacyText() {}

    static String decode(String value, String charset) {
        String name = charset.chars().allMatch(LegacyText::isOfName) ? charset : "";
        return Message.of(Octets.of("Content-Type: text/plain; charset=" + (name.isEmpty() ? "utf-8" : name)
                        + "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + value))
                .root()
                .text();
    }

    private static boolean isOfName(int c) {
        return c == '-' || c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
}

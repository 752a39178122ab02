package io.github.postfixture.mail.corpus;

import java.util.ArrayList;
import java.util.List;

/** What declares how a message is to be read, and does it badly. */
final class TypeMessages {

    private static final List<String> DECLARATIONS = List.of(
            "Content-Type:",
            "Content-Type: text",
            "Content-Type: /",
            "Content-Type: text/",
            "Content-Type: /plain",
            "Content-Type: text/plain/plain",
            "Content-Type: text / plain",
            "Content-Type: text/plain;",
            "Content-Type: text/plain; ;;",
            "Content-Type: text/plain; charset",
            "Content-Type: text/plain; charset=",
            "Content-Type: text/plain; =x",
            "Content-Type: text/plain; charset=\"utf-8",
            "Content-Type: text/plain; charset=utf-8; charset=koi8-r",
            "Content-Type: text/plain; name=a b c.txt",
            "Content-Type: text/plain; name=\"a\\\"b\\\\c.txt\"",
            "Content-Type: text/plain; name*=utf-8''%C3%A9.txt",
            "Content-Type: text/plain; name*0=a; name*1*=%20b; name*3=d",
            "Content-Type: text/plain; name=\u00fc.txt",
            "Content-Type: (c) text/plain (d); (e) charset=utf-8 (f)",
            "Content-Type: TEXT/PLAIN; CHARSET=UTF-8",
            "Content-Type: text/plain; charset=utf-8\nContent-Type: text/html",
            "Content-Type: multipart/mixed",
            "Content-Type: multipart/mixed; boundary=",
            "Content-Type: multipart/mixed; boundary=\"\"",
            "Content-Type: multipart/mixed; boundary=\" \"",
            "Content-Type: multipart/mixed; boundary=\"" + "b".repeat(5_000) + "\"",
            "Content-Type: multipart/mixed; boundary=\"a\n b\"",
            "Content-Type: multipart/",
            "Content-Type: message/rfc822",
            "Content-Type: message/partial; id=x; number=1; total=3",
            "Content-Type: message/external-body; access-type=URL; URL=\"https://example.org/\"",
            "Content-Type: message/delivery-status",
            "Content-Type: message/global",
            "Content-Type: application/x-\u00fc",
            "Content-Type: text/plain\0; charset=utf-8",
            "Content-Type: " + "x".repeat(10_000) + "/" + "y".repeat(10_000),
            "Content-Type: text/plain; " + "a=b; ".repeat(3_000),
            "Content-Transfer-Encoding:",
            "Content-Transfer-Encoding: none",
            "Content-Transfer-Encoding: 9bit",
            "Content-Transfer-Encoding: base64 quoted-printable",
            "Content-Transfer-Encoding: \"base64\"",
            "Content-Transfer-Encoding: BASE64",
            "Content-Transfer-Encoding: x-uuencode",
            "Content-Transfer-Encoding: \u00fc",
            "Content-Disposition:",
            "Content-Disposition: ;",
            "Content-Disposition: attachment; filename=",
            "Content-Disposition: attachment; filename=\"a/../b\\\\c\0.txt\"",
            "Content-Disposition: inline; filename==?utf-8?q?=C3=BC?=.txt",
            "Content-Disposition: \u00fc; \u00fc=\u00fc",
            "Content-Language:",
            "Content-Language: de, , en, (x)",
            "Content-Location: {3}\n x",
            "Content-ID: <a@b> <c@d>",
            "Content-MD5: \"",
            "Content-Description: =?utf-8?q?=22?= \"",
            "MIME-Version: 2.0");
    private static final List<String> BODIES = List.of("SGVsbG8=\n=\n====\n!!!!\nQQ", "=C3=BC=\n=ZZ =\n=4\nlast=");

    private TypeMessages() {}

    static List<DifficultMessage> all() {
        List<DifficultMessage> messages = new ArrayList<>();
        for (int i = 0; i < DECLARATIONS.size(); i++) {
            String header = DECLARATIONS.get(i) + "\n";
            messages.add(DifficultMessage.of("type " + (i + 1), "MIME-Version: 1.0\n" + header + "\ntext\n"));
            messages.add(DifficultMessage.of(
                    "type " + (i + 1) + " of a part",
                    "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + header + "\ntext\n--b--\n"));
        }
        for (String encoding : List.of("base64", "quoted-printable", "7bit", "binary")) {
            for (int i = 0; i < BODIES.size(); i++) {
                messages.add(DifficultMessage.of(
                        "broken " + encoding + " " + (i + 1),
                        "Content-Transfer-Encoding: " + encoding + "\n\n" + BODIES.get(i) + "\n"));
            }
        }
        return messages;
    }
}

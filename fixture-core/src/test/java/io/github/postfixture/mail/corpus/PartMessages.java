package io.github.postfixture.mail.corpus;

import java.util.ArrayList;
import java.util.List;

/** Multiparts and messages within messages, whole and broken. */
final class PartMessages {

    private static final List<String> SUBTYPES =
            List.of("mixed", "alternative", "related", "digest", "signed", "report", "x-none");
    private static final List<String> BODIES = List.of(
            "--b\n\none\n--b\n\ntwo\n--b--\n",
            "preamble\n--b\n\none\n--b--\nepilogue\n--b\n\nghost\n",
            "--b\n\nnever closed\n",
            "--b--\n",
            "",
            "no boundary at all\n",
            "--b\n--b\n--b\n--b--\n",
            "--b\nContent-Type: text/html\n--b\n\n--b--",
            "--b \t\n\ntrailing spaces\n--b--  \n",
            "--bb\n\nlonger\n--b\n\nx\n--b-\n--b--x\n--b--\n",
            "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsame\n--b--\n--b\n\nouter\n--b--\n",
            "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nopen\n--b\n\nouter\n--b--\n",
            "--b\nContent-Type: message/rfc822\n\nSubject: inner\n\ntext\n--b--\n",
            "--b\nContent-Type: message/rfc822\n\n--b--\n",
            "--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeA0KDQp4DQo=\n--b--\n");

    private PartMessages() {}

    static List<DifficultMessage> all() {
        List<DifficultMessage> messages = new ArrayList<>();
        for (String subtype : SUBTYPES) {
            for (int i = 0; i < BODIES.size(); i++) {
                messages.add(DifficultMessage.of(
                        "multipart/" + subtype + " " + (i + 1),
                        "Content-Type: multipart/" + subtype + "; boundary=\"b\"\n\n" + BODIES.get(i)));
            }
        }
        for (int depth : List.of(1, 2, 10, 50, 99, 100, 101, 500, 1_000)) {
            messages.add(DifficultMessage.of("multiparts " + depth + " deep", multiparts(depth)));
            messages.add(DifficultMessage.of(
                    "messages " + depth + " deep",
                    "Content-Type: message/rfc822\n\n".repeat(depth) + "Subject: last\n\nx\n"));
        }
        messages.add(DifficultMessage.of(
                "2,000 parts",
                "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(2_000) + "--b--\n"));
        return messages;
    }

    private static String multiparts(int depth) {
        StringBuilder begin = new StringBuilder();
        StringBuilder end = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            begin.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("x\n\n--b")
                    .append(i)
                    .append("x\n");
            end.insert(0, "--b" + i + "x--\n");
        }
        return begin + "\ninnermost\n" + end;
    }
}

package io.github.postfixture.mail.corpus;

import java.util.ArrayList;
import java.util.List;

/** Headers that are long, short, folded, broken, repeated, or not there. */
final class HeaderMessages {

    private static final List<String> HEADERS = List.of(
            "no colon\n",
            ": no name\n",
            "Space-Before : x\n",
            "Tab-Before\t: x\n",
            "Space In Name: x\n",
            " starts: folded\n",
            "\tstarts: folded\n",
            "Empty:\n",
            "Empty: \n",
            "Subject:no space\n",
            "SUBJECT: x\nsubject: y\nSubJect: z\n",
            "Subject: one\n two\n\tthree\n   four\n",
            "Subject:\n one\n",
            "Subject: one\n \n two\n",
            "Subject: one\n\t\n",
            "Subject: trailing   \t \n",
            "Subject: x\nthis is no field\nFrom: a@example.org\n",
            "From nobody Mon Nov  2 10:00:00 2026\nSubject: x\n",
            ">From nobody\nSubject: x\n",
            "From: a@example.org\nFrom: b@example.org\nFrom: c@example.org\n",
            "Message-ID: <a@example.org>\nMessage-ID: <b@example.org>\n",
            "Message-ID: no brackets\n",
            "Message-ID: <no at>\n",
            "Message-ID: <>\n",
            "Message-ID: <a@b@c>\n",
            "In-Reply-To: <a@b> <c@d> (comment) text\nReferences: , , <a@b>\n <c@d>\n",
            "References: " + "<a@example.org>\n ".repeat(2_000) + "<b@example.org>\n",
            "Subject: {3}\n",
            "Subject: \"\n",
            "Subject: \\\n",
            "Subject: )(\n",
            "Subject: NIL\n",
            "Subject: nil\n",
            "Subject: * 1 FETCH (FLAGS ())\n",
            "Subject: =?utf-8?q?\n",
            "Subject: =?utf-8?q?=?=\n",
            "Subject: =?utf-8?b?====?=\n",
            "Subject: =?utf-8?b?w7?= =?utf-8?b?w?=\n",
            "Subject: =??q?x?=\n",
            "Subject: =?utf-8*en?q?x?=\n",
            "Subject: =?utf-8?q?" + "=C3=BC".repeat(5_000) + "?=\n",
            "Subject: =?utf-8?q?a b?= =?utf-8?Q?=0D=0AInjected:_yes?=\n",
            "Subject: Gr\u00fc\u00dfe\n",
            "Subject: Gr\u00c3\u00bc\u00c3\u009fe\n",
            "Subject: \u00c3(\u00ff\u00fe\n",
            "Gr\u00fc\u00dfe: x\n",
            "Date: yesterday\n",
            "Date:\n",
            "Date: 31 Feb 2026 10:00:00 +0000\n",
            "Date: Mon, 2 Nov 26 10:00 EST\n",
            "Date: Mon, 2 Nov 2026 25:61:61 +9999\n",
            "Date: (a(b)c) 2 Nov 2026 (d) 10:00:00 +0000\n",
            "Date: 99999999999999999999 Nov 99999999999999999999\n",
            "Date: Mon, 2 Nov 2026 10:00:00 +0000\nDate: Tue, 3 Nov 2026 10:00:00 +0000\n",
            "Date: Mon, 2 Nov 1899 10:00:00 -0000\n",
            "Bcc: hidden@example.org\nReturn-Path: <>\nReceived: from x\nResent-From: a@example.org\n");

    private HeaderMessages() {}

    static List<DifficultMessage> all() {
        List<DifficultMessage> messages = new ArrayList<>();
        for (int i = 0; i < HEADERS.size(); i++) {
            messages.add(DifficultMessage.of("header " + (i + 1), HEADERS.get(i) + "\ntext\n"));
        }
        messages.add(DifficultMessage.of("no header", "text\nand more\n"));
        messages.add(DifficultMessage.of("no header but a blank line", "\ntext\n"));
        messages.add(DifficultMessage.of("no blank line", "Subject: x\nFrom: a@example.org\n"));
        messages.add(DifficultMessage.of("no blank line before the text", "Subject: x\ntext at once\n"));
        messages.add(DifficultMessage.of("a blank line of spaces", "Subject: x\n  \ntext\n"));
        for (int count : List.of(10, 100, 1_000, 10_000)) {
            messages.add(DifficultMessage.of(count + " fields", "X-Field: value\n".repeat(count) + "\ntext\n"));
            messages.add(DifficultMessage.of(count + " folds", "Subject: x" + "\n y".repeat(count) + "\n\ntext\n"));
        }
        return messages;
    }
}

package io.github.postfixture.mail.corpus;

import java.util.ArrayList;
import java.util.List;

/** Addresses as nobody should write them. */
final class AddressMessages {

    private static final List<String> ADDRESSES = List.of(
            "a@example.org",
            "<a@example.org>",
            "\"B, A\" <a@example.org>",
            "\"A \\\"x\\\" \\\\ B\" <a@example.org>",
            "A (comment (nested)) <a@example.org> (more)",
            "\"a b\"@example.org",
            "a@[127.0.0.1]",
            "a@[IPv6:::1]",
            "<@x.example,@y.example:a@example.org>",
            "Group: a@example.org, b@example.org;",
            "undisclosed-recipients:;",
            "Group: Inner: a@example.org;;",
            "Group: a@example.org",
            "a@example.org, , ,, b@example.org,",
            "a",
            "@",
            "a@",
            "@example.org",
            "<>",
            "<",
            ">",
            ";",
            ":",
            ",",
            "a@b@c",
            "A B C",
            "<a@example.org",
            "\"never closed <a@example.org>",
            "(never closed <a@example.org>",
            "[never closed <a@example.org>",
            "a@example.org <a@example.org>",
            "a@example.org b@example.org",
            "M\u00fcller <m@example.org>",
            "\u00e5@\u00e4.example",
            "=?utf-8?q?A=2C_B?= <a@example.org>",
            "=?utf-8?q?A, B?= <a@example.org>",
            "\"=?utf-8?q?A?=\" <a@example.org>",
            "NIL <NIL@NIL>",
            "{5} <a@example.org>",
            "a..b.@example..org",
            "'a@example.org'",
            "mailto:a@example.org",
            "((((((((((" + "(".repeat(1_000),
            "\\\\\\\"\\");

    private AddressMessages() {}

    static List<DifficultMessage> all() {
        List<DifficultMessage> messages = new ArrayList<>();
        for (int i = 0; i < ADDRESSES.size(); i++) {
            String address = ADDRESSES.get(i);
            messages.add(DifficultMessage.of(
                    "address " + (i + 1),
                    "From: " + address + "\nTo: " + address + ", " + address + "\nSender: " + address + "\nReply-To:\n "
                            + address + "\n\ntext\n"));
        }
        messages.add(DifficultMessage.of(
                "1,000 recipients", "To: " + "a@example.org,\n ".repeat(1_000) + "b@example.org\n\nx\n"));
        return messages;
    }
}

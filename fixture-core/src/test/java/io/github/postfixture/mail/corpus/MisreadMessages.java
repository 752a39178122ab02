package io.github.postfixture.mail.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Messages that readers of the world have read wrongly, each named for what is wrong with it. */
final class MisreadMessages {

    private static final String HEAD = "From: shop@example.org\nTo: alice@example.org\n"
            + "Date: Tue, 03 Nov 2026 11:05:30 +0200\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n";

    private static final Map<String, String> MESSAGES = Map.ofEntries(
            Map.entry(
                    "UTF-8 in the header",
                    utf8("From: J\u00fcrgen <j\u00fcrgen@ex\u00e4mple.org>\nTo: alice@example.org\n"
                            + "Subject: Gr\u00fc\u00dfe \u2713\n\nhi\n")),
            Map.entry(
                    "a character split between encoded words",
                    HEAD + "Subject: =?UTF-8?Q?pasi=C5=BEad=C4?=\n =?UTF-8?Q?=97jim=C5=B3?=\n\nx\n"),
            Map.entry(
                    "an unknown charset among encoded words",
                    HEAD + "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= =?x-none?Q?a=FFb?= =?UTF-8?Q?_und?= mehr\n\nx\n"),
            Map.entry(
                    "a file name with a space and without quotes",
                    mixed("Content-Type: application/pdf; name=my file.pdf\n"
                            + "Content-Disposition: attachment; filename=my file.pdf\n\nx\n")),
            Map.entry(
                    "an extended file name first",
                    mixed("Content-Type: text/csv\nContent-Disposition: attachment;"
                            + " filename*=UTF-8''r%C3%A9sum%C3%A9.csv; filename=\"resume.csv\"\n\nx\n")),
            Map.entry(
                    "an extended file name last",
                    mixed("Content-Type: text/csv\nContent-Disposition: attachment;"
                            + " filename=\"resume.csv\"; filename*=UTF-8''r%C3%A9sum%C3%A9.csv\n\nx\n")),
            Map.entry(
                    "a file name in pieces out of order",
                    mixed("Content-Type: text/csv\nContent-Disposition: attachment;"
                            + " filename*1*=%C3%A9.csv; filename*0*=UTF-8''r%C3%A9sum\n\nx\n")),
            Map.entry(
                    "an encoded word as file name",
                    mixed("Content-Type: text/csv\nContent-Disposition: attachment;"
                            + " filename=\"=?UTF-8?Q?r=C3=A9sum=C3=A9.csv?=\"\n\nx\n")),
            Map.entry(
                    "Hebrew in ISO-8859-8-I",
                    HEAD + "Subject: x\nContent-Type: text/plain; charset=iso-8859-8-i\n\n\u00f9\u00ec\u00e5\u00ed\n"),
            Map.entry(
                    "Windows-1252 called latin1",
                    HEAD + "Subject: x\nContent-Type: text/plain; charset=iso-8859-1\n\n\u0093quoted\u0094\n"),
            Map.entry("UTF-8 without a charset", HEAD + "Subject: x\n\n" + utf8("Gr\u00fc\u00dfe\n")),
            Map.entry(
                    "a charset in the HTML only",
                    HEAD + "Subject: x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
                            + "<meta http-equiv=3D\"Content-Type\" content=3D\"text/html; charset=3Diso-8859-1\">"
                            + "S=F8ren\n"),
            Map.entry(
                    "base64 without padding",
                    HEAD + "Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
                            + "SGVsbG8gV29ybGQ\n"),
            Map.entry(
                    "a file in base64 without padding",
                    HEAD + "Subject: x\nContent-Type: application/pdf; name=a.pdf\n"
                            + "Content-Transfer-Encoding: base64\n\nJVBERi0xLjQKJQ\n"),
            Map.entry(
                    "a forwarded message in base64",
                    mixed("Content-Type: message/rfc822; name=\"in.eml\"\nContent-Disposition: attachment\n"
                            + "Content-Transfer-Encoding: base64\n\nU3ViamVjdDogSW5uZXINCg0KaGkNCg==\n")),
            Map.entry(
                    "a text on both sides of a file",
                    mixed("Content-Type: application/pdf; name=a.pdf\n\nx\n--B\n"
                            + "Content-Type: text/plain\n\nsecond half\n")),
            Map.entry(
                    "flowed text",
                    HEAD + "Subject: x\nContent-Type: text/plain; charset=us-ascii; format=flowed\n\n"
                            + "Your order has \nbeen shipped.\n From us.\n> quoted \n> text\n"),
            Map.entry(
                    "flowed text without the spaces",
                    HEAD + "Subject: x\nContent-Type: text/plain; format=flowed; delsp=yes\n\nlong \nword\n"),
            Map.entry("references without spaces", HEAD + "References: <q0@x><q1@x>\n\nx\n"),
            Map.entry("a year of two digits", "Subject: x\nDate: Tue, 3 Nov 26 11:05:30 +0200\n\nx\n"),
            Map.entry("a zone by its name", "Subject: x\nDate: Tue, 3 Nov 2026 11:05:30 EST\n\nx\n"),
            Map.entry("a date with comments", "Subject: x\nDate: Tue, 3 Nov 2026 11:05 (noon) +0200 (CEST)\n\nx\n"),
            Map.entry("a wrong day of the week", "Subject: x\nDate: Mon, 3 Nov 2026 11:05:30 +0200\n\nx\n"),
            Map.entry(
                    "an encoded name of a group",
                    "Subject: x\nTo: =?utf-8?Q?B=C3=BCro?=: alice@example.org, Bob <bob@example.org>;\n\nx\n"),
            Map.entry("a quoted local part", "Subject: x\nTo: \"alice\"@example.org\n\nx\n"),
            Map.entry(
                    "a name that hides an address",
                    "Subject: x\nFrom: =?utf-8?Q?Boss_=3Cboss=40example.org=3E=2C?= <eve@example.net>\n\nx\n"),
            Map.entry("a source route", "Subject: x\nFrom: Bob <@relay.example:bob@example.org>\n\nx\n"),
            Map.entry("a name in a comment", "Subject: x\nFrom: bob@example.org (Bob (the) Builder)\n\nx\n"),
            Map.entry("a comma without quotes", "Subject: x\nFrom: Builder, Bob <bob@example.org>\n\nx\n"),
            Map.entry(
                    "a multipart without its end",
                    HEAD + "Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nfirst\n--B\n\nsecond\n"),
            Map.entry(
                    "a boundary line with more after it",
                    HEAD + "Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nfirst\n--B--more\n"
                            + "still first\n--B--\n"),
            Map.entry(
                    "an inner boundary that begins as the outer",
                    HEAD + "Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"
                            + "Content-Type: multipart/alternative; boundary=B--alt\n\n--B--alt\n\nplain\n"
                            + "--B--alt\nContent-Type: text/html\n\n<p>html\n--B--alt--\n--B--\n"),
            Map.entry("8-bit text as 7bit", HEAD + "Subject: x\nContent-Transfer-Encoding: 7bit\n\n\u00fc\n"),
            Map.entry("a byte order mark before the header", utf8("\ufeffSubject: x\n\nhi\n")),
            Map.entry(
                    "a byte order mark in the text",
                    HEAD + "Subject: x\nContent-Type: text/plain; charset=utf-8\n\n" + utf8("\ufeffhi\n")),
            Map.entry(
                    "damaged quoted-printable",
                    HEAD + "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nA =ZZ =e4 = \nand a =\n"),
            Map.entry("UTF-7", HEAD + "Subject: x\nContent-Type: text/plain; charset=utf-7\n\nHi Mom -+Jjo--!\n"));

    private MisreadMessages() {}

    static List<DifficultMessage> all() {
        return MESSAGES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(message -> DifficultMessage.of(message.getKey(), message.getValue()))
                .toList();
    }

    private static String mixed(String part) {
        return HEAD + "Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\n"
                + "first half\n--B\n" + part + "--B--\n";
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}

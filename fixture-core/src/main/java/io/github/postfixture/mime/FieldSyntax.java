package io.github.postfixture.mime;

import java.util.Locale;
import java.util.Set;

/** What the value of a header field is made of, which says how it is written. */
enum FieldSyntax {
    /** Addresses, whose names are encoded. */
    ADDRESSES,
    /** Tokens, which are folded and never encoded. */
    STRUCTURED,
    /** Text, which is encoded if need be. */
    TEXT;

    private static final Set<String> OF_ADDRESSES = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "resent-from",
            "resent-sender",
            "resent-reply-to",
            "resent-to",
            "resent-cc",
            "resent-bcc",
            "disposition-notification-to",
            "return-receipt-to",
            "mail-followup-to");
    private static final Set<String> OF_TOKENS = Set.of(
            "references",
            "in-reply-to",
            "message-id",
            "resent-message-id",
            "date",
            "resent-date",
            "return-path",
            "received",
            "delivered-to",
            "auto-submitted",
            "authentication-results",
            "dkim-signature",
            "autocrypt",
            "mime-version",
            "content-type",
            "content-disposition",
            "content-transfer-encoding",
            "content-id",
            "content-location",
            "content-language");

    /** Return whether a value can be written at all: a line break would begin another field. */
    boolean canWrite(String value) {
        return value.chars().noneMatch(c -> c == '\r' || c == '\n' || (this == STRUCTURED && isControl(c)));
    }

    void write(String value, FieldWriter field, boolean utf8) {
        if (this == ADDRESSES) {
            AddressList.parse(value).write(field, utf8);
        } else if (this == STRUCTURED || Phrase.isPlain(value, utf8)) {
            field.words(value);
        } else {
            EncodedWordWriter.write(value, field);
        }
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }

    /** Return the syntax of the field of a name, in any letter case. */
    static FieldSyntax of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (OF_ADDRESSES.contains(lower)) {
            return ADDRESSES;
        }
        boolean structured = OF_TOKENS.contains(lower) || lower.startsWith("list-") || lower.startsWith("arc-");
        return structured ? STRUCTURED : TEXT;
    }
}

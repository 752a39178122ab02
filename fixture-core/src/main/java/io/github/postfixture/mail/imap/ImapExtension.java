package io.github.postfixture.mail.imap;

import java.util.Arrays;
import java.util.Optional;

/** What a client can ask for by {@code ENABLE} (RFC 5161). */
enum ImapExtension {
    /** Change numbers in responses (RFC 7162 section 3.1). */
    CONDSTORE("CONDSTORE"),
    /** Removals told by UID (RFC 7162 section 3.2). */
    QRESYNC("QRESYNC"),
    /** Mailbox names in UTF-8 (RFC 6855). */
    UTF8("UTF8=ACCEPT");

    private final String keyword;

    ImapExtension(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }

    static Optional<ImapExtension> of(String keyword) {
        return Arrays.stream(values())
                .filter(extension -> extension.keyword.equalsIgnoreCase(keyword))
                .findFirst();
    }
}

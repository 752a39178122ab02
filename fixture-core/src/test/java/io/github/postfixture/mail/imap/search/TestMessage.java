package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mime.Message;
import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

/** A message to be searched, in UTF-8; its lines end in CRLF. */
record TestMessage(long number, Set<String> flags, OffsetDateTime receivedAt, Message content)
        implements SearchedMessage {

    static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-11-02T23:30:00Z");

    static TestMessage of(long number, String text, String... flags) {
        return of(number, RECEIVED, text, flags);
    }

    static TestMessage of(long number, OffsetDateTime receivedAt, String text, String... flags) {
        Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(Set.of(flags));
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new TestMessage(number, sorted, receivedAt, Message.of(Octets.of(bytes)));
    }

    /** The UID is ten times the number. */
    @Override
    public long uid() {
        return 10 * number;
    }

    /** The last change is a hundred times the number. */
    @Override
    public long modSeq() {
        return 100 * number;
    }

    @Override
    public boolean hasFlag(String name) {
        return flags.contains(name);
    }
}

package io.github.postfixture.mail.client;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A piece of what an IMAP server says (RFC 3501 section 4). */
sealed interface ImapValue {

    /** Return its text, each byte of which is one character; empty for a list. */
    default String text() {
        return this instanceof Word word
                ? word.value
                : this instanceof Literal literal ? new String(literal.octets, StandardCharsets.ISO_8859_1) : "";
    }

    /** Return its bytes; none for a list. */
    default byte[] octets() {
        return this instanceof Literal literal ? literal.octets : text().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Return whether it stands for nothing. */
    default boolean isNil() {
        return this instanceof Word word && word.value.equalsIgnoreCase("NIL");
    }

    /** Return what is in the list; nothing if it is none. */
    default List<ImapValue> items() {
        return this instanceof Parenthesized list ? list.values : List.of();
    }

    /** Return the texts of what is in the list. */
    default List<String> words() {
        return items().stream().map(ImapValue::text).toList();
    }

    /** An atom, a number, {@code NIL}, or a quoted string. */
    record Word(String value) implements ImapValue {}

    /** Bytes of an announced number. */
    final class Literal implements ImapValue {

        private final byte[] octets;

        Literal(byte[] octets) {
            this.octets = octets;
        }
    }

    /** A parenthesized list. */
    record Parenthesized(List<ImapValue> values) implements ImapValue {}
}

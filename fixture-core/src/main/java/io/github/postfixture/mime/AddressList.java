package io.github.postfixture.mime;

import io.github.postfixture.net.domain.DomainName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Addresses to be written into a field (RFC 5322 section 3.4): of what a person has typed, and strict about it.
 *
 * @param entries mailboxes, and where groups begin and end
 */
record AddressList(List<Entry> entries) {

    AddressList {
        entries = List.copyOf(entries);
    }

    /**
     * Read addresses such as {@code carol@example.net} or {@code Carol <carol@example.net>}, parted by commas.
     *
     * @throws IllegalArgumentException if they are none
     */
    static AddressList parse(String text) {
        return new AddressList(new AddressListParser(text).entries());
    }

    /** Return the addresses without names. */
    List<String> addresses() {
        return entries.stream()
                .filter(entry -> entry.kind == Kind.MAILBOX)
                .map(Entry::address)
                .collect(Collectors.toUnmodifiableList());
    }

    void write(FieldWriter field, boolean utf8) {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).write(field, utf8, isLast(i) ? "" : ",");
        }
    }

    /** Return whether no comma follows: at the end, and within a group before its end. */
    private boolean isLast(int index) {
        return index == entries.size() - 1 || entries.get(index + 1).kind == Kind.GROUP_END;
    }

    enum Kind {
        MAILBOX,
        GROUP_BEGIN,
        GROUP_END
    }

    /**
     * A mailbox, or the begin or the end of a group.
     *
     * @param name the display name, which may be empty; that of the group
     * @param local the local part, without quotes
     * @param domain the domain; empty for a user of this host
     */
    record Entry(Kind kind, String name, String local, String domain) {

        static Entry groupBegin(String name) {
            return new Entry(Kind.GROUP_BEGIN, name, "", "");
        }

        static Entry groupEnd() {
            return new Entry(Kind.GROUP_END, "", "", "");
        }

        String address() {
            return domain.isEmpty() ? local : local + "@" + domain;
        }

        private void write(FieldWriter field, boolean utf8, String end) {
            switch (kind) {
                case GROUP_BEGIN -> {
                    Phrase.write(name, field, utf8);
                    field.glue(":");
                }
                case GROUP_END -> field.glue(";" + end);
                default -> writeMailbox(field, utf8, end);
            }
        }

        private void writeMailbox(FieldWriter field, boolean utf8, String end) {
            if (name.isEmpty()) {
                field.word(written(utf8) + end);
            } else {
                Phrase.write(name, field, utf8);
                field.word("<" + written(utf8) + ">" + end);
            }
        }

        /** Return the address as it is written: an internationalized local part leaves no choice (RFC 6532). */
        private String written(boolean utf8) {
            String user = Phrase.isDotAtom(local) ? local : Phrase.quoted(local);
            String host = utf8 || !Phrase.isAscii(local) ? domain : ascii(domain);
            return host.isEmpty() ? user : user + "@" + host;
        }

        /** Return a domain in ASCII, where it can be written so (RFC 5890), or else as it is. */
        private static String ascii(String domain) {
            return Phrase.isAscii(domain) ? domain : DomainName.toAscii(domain).orElse(domain);
        }
    }
}

package io.github.postfixture.mime;

import java.util.List;

/**
 * An address of a mail header (RFC 5322 section 3.4), or the begin or the end of a group. What is empty is missing.
 *
 * @param name the display name, its encoded words as they stand
 * @param route the source route, {@code @a,@b}
 * @param mailbox the local part without quotes; the name of a group at its begin
 * @param host the domain
 * @param kind what it is
 */
public record Address(String name, String route, String mailbox, String host, Kind kind) {

    static final Address GROUP_END = new Address("", "", "", "", Kind.GROUP_END);

    static Address group(String name) {
        return new Address("", "", name, "", Kind.GROUP_BEGIN);
    }

    /** Read the addresses of a header field, one character of which is one byte; of garbage, what looks like one. */
    public static List<Address> parse(String field) {
        return new AddressParser(field).addresses();
    }

    /** What an {@link Address} is. */
    public enum Kind {
        MAILBOX,
        GROUP_BEGIN,
        GROUP_END
    }
}

package io.github.postfixture.mime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    public static final Address GROUP_END = new Address("", "", "", "", Kind.GROUP_END);

    static Address group(String name) {
        return new Address("", "", name, "", Kind.GROUP_BEGIN);
    }

    /** Return the display name, decoded; empty if there is none. */
    public String displayName() {
        return EncodedWords.decode(name);
    }

    /** Return the name of a group, decoded. */
    public String groupName() {
        return EncodedWords.decode(mailbox);
    }

    /** Return local part and domain as they were written, without quotes that are not needed. */
    public String spec() {
        String local = Charsets.guess(mailbox);
        return host.isEmpty() ? local : (local.isEmpty() ? "" : AddressSpec.quoted(local)) + "@" + Charsets.guess(host);
    }

    /** Return what is wrong with it, as the rest of a sentence about the field; nothing if all is well. */
    public Optional<String> defect() {
        if (kind != Kind.MAILBOX) {
            return Optional.empty();
        }
        if (host.isEmpty() || mailbox.isEmpty()) {
            return Optional.of("has no " + (host.isEmpty() ? "domain" : "local part") + " in " + this);
        }
        return Optional.of("has no domain name in " + this).filter(defect -> !isDomain(host));
    }

    /** Return it with its name, decoded. */
    @Override
    public String toString() {
        return name.isEmpty() ? "<" + spec() + ">" : displayName() + " <" + spec() + ">";
    }

    /** Read the addresses of a header field, one character of which is one byte; of garbage, what looks like one. */
    public static List<Address> parse(String field) {
        return new AddressParser(field).addresses();
    }

    /** Return whether a text can be a domain, or is an address in brackets (RFC 5321 section 4.1.3). */
    private static boolean isDomain(String text) {
        return (text.startsWith("[") && text.endsWith("]"))
                || Stream.of(text.split("\\.", -1)).allMatch(Address::isLabel);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.chars().allMatch(c -> c > 0x7f || c == '-' || c == '_' || Character.isLetterOrDigit(c));
    }

    /** What an {@link Address} is. */
    public enum Kind {
        MAILBOX,
        GROUP_BEGIN,
        GROUP_END
    }
}

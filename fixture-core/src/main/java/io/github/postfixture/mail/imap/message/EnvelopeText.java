package io.github.postfixture.mail.imap.message;

import io.github.postfixture.mail.imap.syntax.ImapString;
import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.Header;
import io.github.postfixture.mime.HeaderField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The envelope of a message as IMAP writes it (RFC 3501 section 7.4.2). */
final class EnvelopeText {

    private final List<HeaderField> fields;

    private EnvelopeText(Header header) {
        fields = header.fields();
    }

    static String of(Header header) {
        return new EnvelopeText(header).text();
    }

    private String text() {
        String from = addresses("From");
        return Stream.of(
                        string("Date"),
                        string("Subject"),
                        from,
                        addressesOr("Sender", from),
                        addressesOr("Reply-To", from),
                        addresses("To"),
                        addresses("Cc"),
                        addresses("Bcc"),
                        string("In-Reply-To"),
                        string("Message-ID"))
                .collect(Collectors.joining(" ", "(", ")"));
    }

    private String string(String name) {
        return ImapString.nilOr(values(name).findFirst());
    }

    private String addressesOr(String name, String other) {
        String own = addresses(name);
        return own.equals(ImapString.NIL) ? other : own;
    }

    private String addresses(String name) {
        List<Address> addresses = Address.parse(values(name).collect(Collectors.joining(", ")));
        return addresses.isEmpty()
                ? ImapString.NIL
                : addresses.stream().map(EnvelopeText::address).collect(Collectors.joining("", "(", ")"));
    }

    private Stream<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value);
    }

    private static String address(Address address) {
        String mailbox = address.kind() == Address.Kind.GROUP_END ? ImapString.NIL : ImapString.of(address.mailbox());
        String host = address.kind() == Address.Kind.MAILBOX ? ImapString.of(address.host()) : ImapString.NIL;
        return "(" + ImapString.nilIfEmpty(address.name()) + " " + ImapString.nilIfEmpty(address.route()) + " "
                + mailbox + " " + host + ")";
    }
}

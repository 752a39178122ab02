package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.EncodedWords;
import io.github.postfixture.mime.Header;
import io.github.postfixture.mime.HeaderField;
import io.github.postfixture.mime.MailDate;
import io.github.postfixture.mime.MimePart;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message that is searched; what was read of it once is not read again. */
final class Candidate {

    private final SearchedMessage message;
    private final Map<String, List<String>> decoded = new HashMap<>();
    private @Nullable List<HeaderField> fields;

    Candidate(SearchedMessage message) {
        this.message = message;
    }

    SearchedMessage message() {
        return message;
    }

    /** Return the first value of a header field, unfolded, not decoded. */
    Optional<String> field(String name) {
        return values(name).findFirst();
    }

    /** Return when the message was sent; when it was received, if it does not say so (RFC 5256 section 2.2). */
    Instant sentAt() {
        return field("Date")
                .flatMap(MailDate::parse)
                .map(MailDate::instant)
                .orElseGet(() -> message.receivedAt().toInstant());
    }

    /** Return what the message is about. */
    BaseSubject subject() {
        return BaseSubject.of(EncodedWords.decode(field("Subject").orElse("")));
    }

    /** Return the addresses of a header field. */
    List<Address> addresses(String name) {
        return values(name).flatMap(value -> Address.parse(value).stream()).toList();
    }

    /** Return whether a field contains a text. */
    boolean headerContains(String name, WantedText wanted) {
        return decoded
                .computeIfAbsent(
                        name.toLowerCase(Locale.ROOT),
                        lower -> values(lower).map(EncodedWords::decode).toList())
                .stream()
                .anyMatch(wanted::isIn);
    }

    /** Return whether a field of addresses contains a text, as it stands or written plainly. */
    boolean addressesContain(String name, WantedText wanted) {
        return headerContains(name, wanted)
                || addresses(name).stream()
                        .map(address -> address.name() + " <" + address.mailbox() + "@" + address.host() + ">")
                        .map(EncodedWords::decode)
                        .anyMatch(wanted::isIn);
    }

    /** Return whether the text of the message, whatever it is encoded in, contains a text. */
    boolean bodyContains(WantedText wanted) {
        MimePart root = message.content().root();
        return root.all().skip(1).anyMatch(part -> contains(part.header(), wanted))
                || root.all().anyMatch(part -> textContains(part, wanted));
    }

    /** Return whether header or text contain a text. */
    boolean contains(WantedText wanted) {
        return contains(message.content().header(), wanted) || bodyContains(wanted);
    }

    private Stream<String> values(String name) {
        List<HeaderField> known = fields;
        if (known == null) {
            known = message.content().header().fields();
            fields = known;
        }
        return known.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value);
    }

    private static boolean contains(Header header, WantedText wanted) {
        return Stream.concat(header.fields().stream(), header.malformed().stream())
                .map(field -> field.name() + ": " + EncodedWords.decode(field.value()))
                .anyMatch(wanted::isIn);
    }

    private static boolean textContains(MimePart part, WantedText wanted) {
        return part.type().type().equals("text") && wanted.isIn(part.text());
    }
}

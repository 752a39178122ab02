package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.EncodedWords;
import io.github.postfixture.mime.Header;
import io.github.postfixture.mime.HeaderField;
import io.github.postfixture.mime.MailDate;
import io.github.postfixture.mime.MediaType;
import io.github.postfixture.mime.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
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
    private final Map<String, List<String>> folded = new HashMap<>();
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

    /** Return whether a field contains a text, which is folded. */
    boolean headerContains(String name, String wanted) {
        return folded
                .computeIfAbsent(
                        name.toLowerCase(Locale.ROOT),
                        lower -> values(lower)
                                .map(EncodedWords::decode)
                                .map(Folding::fold)
                                .toList())
                .stream()
                .anyMatch(value -> value.contains(wanted));
    }

    /** Return whether a field of addresses contains a text, which is folded, as it stands or written plainly. */
    boolean addressesContain(String name, String wanted) {
        return headerContains(name, wanted)
                || addresses(name).stream()
                        .map(address -> address.name() + " <" + address.mailbox() + "@" + address.host() + ">")
                        .anyMatch(plain ->
                                Folding.fold(EncodedWords.decode(plain)).contains(wanted));
    }

    /** Return whether the text of the message, whatever it is encoded in, contains a text, which is folded. */
    boolean bodyContains(String wanted) {
        Part root = message.content().root();
        return root.all().skip(1).anyMatch(part -> contains(part.header(), wanted))
                || root.all().anyMatch(part -> textContains(part, wanted));
    }

    /** Return whether header or text contain a text, which is folded. */
    boolean contains(String wanted) {
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

    private static boolean contains(Header header, String wanted) {
        return Stream.concat(header.fields().stream(), header.malformed().stream())
                .map(field -> field.name() + ": " + EncodedWords.decode(field.value()))
                .anyMatch(field -> Folding.fold(field).contains(wanted));
    }

    private static boolean textContains(Part part, String wanted) {
        if (!part.type().type().equals("text")) {
            return false;
        }
        try (Reader text =
                new InputStreamReader(part.decodedBody().orElseGet(part.body()::stream), charset(part.type()))) {
            return Folding.contains(text, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charset(MediaType type) {
        return type.parameter("charset").map(TextCharset::of).orElse(TextCharset.DEFAULT);
    }
}

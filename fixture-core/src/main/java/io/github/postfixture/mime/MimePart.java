package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A message, or a part of one. What declares to be composed of parts and cannot be read so, is one without parts here.
 *
 * @param header its own header
 * @param type what it is to be taken for
 * @param body what follows the header
 * @param parts the parts of a multipart; the one message within a {@code message/rfc822}; empty for all else
 * @param defects what is wrong with how it is made of parts, each as the rest of a sentence about it
 */
public record MimePart(Header header, MediaType type, Octets body, List<MimePart> parts, List<String> defects) {

    public MimePart {
        parts = List.copyOf(parts);
        defects = List.copyOf(defects);
    }

    public boolean isMultipart() {
        return type.isMultipart();
    }

    /** Return whether this holds another message (RFC 2046 section 5.2.1). */
    public boolean isMessage() {
        return type.is("message", "rfc822");
    }

    /** Return the type that it declares, or that it has without a declaration. */
    public MediaType declaredType() {
        return MediaType.of(header, type);
    }

    /** Return the transfer encoding, in lower case; {@code 7bit} if none is declared. */
    public String encoding() {
        return TransferEncoding.declared(header);
    }

    /** Return how it is to be shown (RFC 2183); its value is empty if that is not declared. */
    public ParameterizedValue disposition() {
        return ParameterizedValue.parse(header.value("Content-Disposition").orElse(""));
    }

    /** Return whether it is to be saved rather than shown. */
    public boolean isDetached() {
        return disposition().value().equalsIgnoreCase("attachment");
    }

    /** Return the name of the file that it is, decoded; empty if it has none. */
    public String fileName() {
        return disposition()
                .parameter("filename")
                .filter(name -> !name.isBlank())
                .or(() -> declaredType().parameter("name"))
                .orElse("");
    }

    /** Return the {@code Content-ID} without angle brackets; empty if it has none. */
    public String contentId() {
        String id = header.value("Content-ID").orElse("");
        return MessageIds.in(List.of(id)).stream().findFirst().orElse(id).replaceAll("^<|>$", "");
    }

    /** Return the body without its transfer encoding; nothing if the encoding is unknown. */
    public Optional<InputStream> decodedBody() {
        return TransferEncoding.stream(encoding(), body);
    }

    /** Return the body without its transfer encoding, as far as it can be decoded. */
    public byte[] content() {
        return TransferEncoding.decode(encoding(), body);
    }

    /** Return whether the body keeps to {@code 7bit}: ASCII without NUL (RFC 2045 section 2.7). */
    public boolean isSevenBit() {
        return TransferEncoding.isSevenBit(body);
    }

    /** Return why not all of the body can be decoded, or not as it stands, as the rest of a sentence about it. */
    public Optional<String> encodingDamage() {
        return TransferEncoding.damage(encoding(), body);
    }

    /** Return the content as the text that a reader sees. */
    public String text() {
        return text(remark -> {});
    }

    /**
     * Return the content as the text that a reader sees: in its charset, and with the lines of flowed text joined.
     *
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the part
     */
    public String text(Consumer<String> remarks) {
        byte[] content = content();
        MediaType declared = declaredType();
        Optional<String> charset = declared.charset();
        if (charset.isEmpty() && declared.is("text", "html")) {
            charset = HtmlCharset.of(content);
            charset.filter(name -> !TextDecoder.isAscii(content))
                    .ifPresent(name -> remarks.accept("declares its charset in its markup only: " + name));
        }
        String text = TextDecoder.decode(content, charset, remarks);
        return declared.isFlowed() ? FlowedText.join(text, declared.deletesSpaces()) : text;
    }

    /** Return this part and all within it, each before what is within it. */
    public Stream<MimePart> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::all));
    }
}

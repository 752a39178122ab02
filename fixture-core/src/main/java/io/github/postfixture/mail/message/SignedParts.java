package io.github.postfixture.mail.message;

import io.github.postfixture.mail.smime.SmimeSignature;
import java.util.Optional;

/** Finds the S/MIME signature of a message (RFC 8551 section 3.5). */
final class SignedParts {

    private SignedParts() {}

    static Optional<SmimeSignature> in(ReceivedMail mail) {
        return mail.attachments().stream()
                .flatMap(part -> signature(part, mail).stream())
                .findFirst();
    }

    private static Optional<SmimeSignature> signature(Attachment part, ReceivedMail mail) {
        return switch (part.contentType()) {
            case "application/pkcs7-signature", "application/x-pkcs7-signature" ->
                signed(mail).map(content -> SmimeSignature.detached(part.content(), content));
            case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                Optional.of(SmimeSignature.opaque(part.content()));
            default -> Optional.empty();
        };
    }

    /** Return the first part of a {@code multipart/signed}, byte for byte, its header section included. */
    private static Optional<byte[]> signed(ReceivedMail mail) {
        return mail.message()
                .root()
                .all()
                .filter(part -> part.type().is("multipart", "signed"))
                .findFirst()
                .map(part -> part.parts().get(0))
                .map(part ->
                        part.body().behind(part.header().octets().toByteArray()).toByteArray());
    }
}

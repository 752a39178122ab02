package io.github.postfixture.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** One leaf of a message, read as well as its defects allow. */
final class MimePart {

    private static final String DEFAULT_TYPE = "text/plain";

    private final Part part;
    private final String declared;

    MimePart(Part part) {
        this.part = part;
        declared = declaredType(part);
    }

    /** Return the parts within, if the part is a multipart that can be read as one. */
    static Optional<Multipart> multipart(Part part) {
        if (!declaredType(part).toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return Optional.empty();
        }
        try {
            return part.getContent() instanceof Multipart multipart && multipart.getCount() > 0
                    ? Optional.of(multipart)
                    : Optional.empty();
        } catch (MessagingException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Return the declared media type without parameters, in lower case. */
    String type() {
        String type = declared.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return type.matches("[^\\s/]+/[^\\s/]+") ? type : DEFAULT_TYPE;
    }

    /** Return whether this is text of the given type that is to be read, and no file. */
    boolean isBody(String wanted) {
        return type().equals(wanted) && !isFile();
    }

    String decodedText() {
        return new String(content(), charset());
    }

    Attachment attachment() {
        return new Attachment(name(), type(), declared, charset(), contentId(), hasDispositionAttachment(), content());
    }

    /** Return the declared charset; without one, that of RFC 2046 section 4.1.2. */
    String declaredCharset() {
        return charsetName().orElse("us-ascii");
    }

    /** Return why the text cannot be read as it declares; nothing if it can, or is no text. */
    Optional<String> charsetDefect() {
        if (!type().startsWith("text/")) {
            return Optional.empty();
        }
        String name = declaredCharset();
        try {
            Charset.forName(Charset.isSupported(name) ? name : MimeUtility.javaCharset(name))
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content()));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(
                    type() + " is not valid " + name + (charsetName().isEmpty() ? ", as none is declared" : ""));
        } catch (IllegalArgumentException e) {
            return Optional.of(type() + " declares the unknown charset " + name);
        }
    }

    private boolean isFile() {
        return hasDispositionAttachment() || !name().isEmpty();
    }

    private boolean hasDispositionAttachment() {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException e) {
            return false;
        }
    }

    private String name() {
        try {
            String name = part.getFileName();
            return name == null ? "" : MimeUtility.decodeText(name);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return "";
        }
    }

    private String contentId() {
        try {
            String[] ids = part.getHeader("Content-ID");
            return ids == null ? "" : ids[0].strip().replaceAll("^<|>$", "");
        } catch (MessagingException e) {
            return "";
        }
    }

    private Charset charset() {
        try {
            return charsetName()
                    .map(MimeUtility::javaCharset)
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private Optional<String> charsetName() {
        return parameter(declared, "charset");
    }

    /** Return a parameter of a media type. */
    static Optional<String> parameter(String declared, String name) {
        try {
            return Optional.ofNullable(new ContentType(declared).getParameter(name));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private byte[] content() {
        try (InputStream decoded = part.getInputStream()) {
            return decoded.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException e) {
            return rawContent();
        }
    }

    private byte[] rawContent() {
        try (InputStream raw = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return raw.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException e) {
            return new byte[0];
        }
    }

    private static String declaredType(Part part) {
        try {
            String type = part.getContentType();
            return type == null ? DEFAULT_TYPE : type;
        } catch (MessagingException e) {
            return DEFAULT_TYPE;
        }
    }
}

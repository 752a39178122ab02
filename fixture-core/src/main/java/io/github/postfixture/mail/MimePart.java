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
        return new Attachment(name(), type(), charset(), contentId(), content());
    }

    private boolean isFile() {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || !name().isEmpty();
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
            String name = new ContentType(declared).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
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

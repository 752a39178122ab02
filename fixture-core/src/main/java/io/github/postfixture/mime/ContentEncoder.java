package io.github.postfixture.mime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The transfer encodings (RFC 2045 section 6), in the order of what they ask of those who pass them on. */
enum ContentEncoder {
    QUOTED_PRINTABLE("quoted-printable"),
    BASE64("base64"),
    SEVEN_BIT("7bit"),
    EIGHT_BIT("8bit"),
    BINARY("binary");

    private final String label;

    ContentEncoder(String label) {
        this.label = label;
    }

    /** Return the encoding that suits a content of a type. */
    static ContentEncoder suiting(ContentType type, ContentSource content) throws IOException {
        boolean composite = type.isOf("message") || type.isOf("multipart");
        if (!composite && !type.isOf("text")) {
            return BASE64;
        }
        ContentSurvey survey = new ContentSurvey();
        content.writeTo(survey);
        return composite ? unencoded(survey) : ofText(survey);
    }

    /** Return the encoding of what must not be encoded (RFC 2046 section 5.2.1). */
    private static ContentEncoder unencoded(ContentSurvey survey) {
        if (!survey.isText() || survey.hasLongLine()) {
            return BINARY;
        }
        return survey.isAscii() ? SEVEN_BIT : EIGHT_BIT;
    }

    private static ContentEncoder ofText(ContentSurvey survey) {
        if (survey.isText() && !survey.hasLongLine() && survey.isAscii()) {
            return SEVEN_BIT;
        }
        return survey.isText() && survey.isMostlyPlain() ? QUOTED_PRINTABLE : BASE64;
    }

    String label() {
        return label;
    }

    /** Return whether the bytes stand in the message as they are, so that a boundary may happen to be among them. */
    boolean isIdentity() {
        return compareTo(SEVEN_BIT) >= 0;
    }

    /** Return what a multipart with parts of both must declare: the more demanding (RFC 2045 section 6.4). */
    ContentEncoder orMore(ContentEncoder other) {
        ContentEncoder more = compareTo(other) > 0 ? this : other;
        return more.isIdentity() ? more : SEVEN_BIT;
    }

    void write(ContentSource content, OutputStream output) throws IOException {
        try (OutputStream encoded = over(new Unclosed(output))) {
            content.writeTo(encoded);
        }
    }

    private OutputStream over(OutputStream output) {
        return switch (this) {
            case QUOTED_PRINTABLE -> new QuotedPrintableOutput(output);
            case BASE64 -> new Base64Output(output);
            default -> output;
        };
    }

    /** Stays open when an encoder ends. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream output) {
            super(output);
        }

        @Override
        public void write(byte[] octets, int offset, int count) throws IOException {
            out.write(octets, offset, count);
        }

        @Override
        public void close() {
            // The message goes on.
        }
    }
}

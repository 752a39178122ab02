package io.github.postfixture.mail.inbound;

import java.nio.charset.StandardCharsets;

/**
 * Mail that breaks a rule, each named for what is wrong with it; otherwise as sound as can be. Its bytes are fixed, and
 * reach every reader as they are.
 *
 * <pre>{@code
 * mailbox.deliver(MalformedMail.NO_BOUNDARY);
 * }</pre>
 */
public enum MalformedMail implements InboundMail {
    /** No header section at all: the first line is text. */
    NO_HEADER("Hello,\r\nthere is no header here.\r\n"),
    /** No blank line after the header section, and so no body (RFC 5322 section 2.1). */
    NO_BLANK_LINE(Lines.HEADER + "Subject: no blank line\r\n"),
    /** Neither {@code Date} nor {@code Message-ID}, of which RFC 5322 section 3.6 requires the first. */
    NO_DATE_NO_MESSAGE_ID("From: carol@example.net\r\nTo: help@example.org\r\nSubject: undated\r\n\r\nHello\r\n"),
    /** A {@code From} that is no address. */
    FROM_WITHOUT_ADDRESS("From: Carol\r\n" + Lines.REST + "Subject: no address\r\n\r\nHello\r\n"),
    /** Two different {@code From} and {@code Subject} fields. */
    DUPLICATE_FIELDS(Lines.HEADER + "From: mallory@example.net\r\nSubject: one\r\nSubject: two\r\n\r\nHello\r\n"),
    /** Bytes beyond ASCII in the header, as ISO-8859-1 and unmarked. */
    EIGHT_BIT_HEADER(Lines.HEADER + "Subject: Gr\u00fc\u00dfe\r\n\r\nHello\r\n"),
    /** An encoded word whose base64 is cut short. */
    BROKEN_ENCODED_WORD(Lines.HEADER + "Subject: =?UTF-8?B?R3LDvMOfZ?= =?nowhere?Q?x?=\r\n\r\nHello\r\n"),
    /** A multipart whose type names no boundary. */
    NO_BOUNDARY(Lines.HEADER + "Subject: no boundary\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n\r\n"
            + "--b\r\n\r\nHello\r\n--b--\r\n"),
    /** A multipart whose boundary never appears. */
    BOUNDARY_NEVER_USED(Lines.multipart("never used", "a") + "--b\r\n\r\nHello\r\n--b--\r\n"),
    /** A multipart that ends without its last boundary. */
    UNTERMINATED_MULTIPART(Lines.multipart("unterminated", "b") + "--b\r\n\r\nHello\r\n"),
    /** A multipart without a part. */
    EMPTY_MULTIPART(Lines.multipart("empty", "b") + "--b--\r\n"),
    /** A charset that does not exist. */
    UNKNOWN_CHARSET(Lines.HEADER + "Subject: unknown charset\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=x-klingon\r\n\r\nHello\r\n"),
    /** A transfer encoding that does not exist. */
    UNKNOWN_ENCODING(Lines.HEADER + "Subject: unknown encoding\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-rot13\r\n\r\nUryyb\r\n"),
    /** Base64 with characters that do not belong, and cut short. */
    BROKEN_BASE64(
            Lines.HEADER + "Subject: broken base64\r\nMIME-Version: 1.0\r\n"
                    + "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nSGV%sbG8*\r\nd\r\n"),
    /** A quoted-printable body with an escape that is none. */
    BROKEN_QUOTED_PRINTABLE(Lines.HEADER + "Subject: broken quoted-printable\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nA =ZZ and a =\r\n"),
    /** A content type that is no type. */
    BROKEN_CONTENT_TYPE(
            Lines.HEADER + "Subject: broken type\r\nMIME-Version: 1.0\r\nContent-Type: ;;;\r\n\r\nHello\r\n"),
    /** A line of 5,000 characters, where RFC 5322 section 2.1.1 allows 998. */
    LINE_TOO_LONG(Lines.HEADER + "Subject: long line\r\n\r\n" + "x".repeat(5_000) + "\r\n"),
    /** Line feeds without carriage returns. */
    BARE_LINE_FEEDS((Lines.HEADER + "Subject: bare line feeds\r\n\r\nHello\r\n").replace("\r\n", "\n")),
    /** A NUL in the body. */
    NUL_BYTE(Lines.HEADER + "Subject: NUL\r\n\r\nHel\0lo\r\n"),
    /** An inline image that no part has. */
    DANGLING_CONTENT_ID(Lines.HEADER + "Subject: dangling cid\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
            + "<img src=\"cid:nowhere@example.net\" alt=\"\">\r\n"),
    /** Multiparts within multiparts, 200 deep. */
    NESTED_200_DEEP(Lines.nested(200));

    private final String message;

    MalformedMail(String message) {
        this.message = message;
    }

    @Override
    public byte[] raw() {
        return message.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class Lines {

        static final String REST =
                "To: help@example.org\r\nDate: Mon, 23 Nov 2026 12:00:00 +0000\r\nMessage-ID: <malformed@example.net>\r\n";
        static final String HEADER = "From: carol@example.net\r\n" + REST;

        private Lines() {}

        static String multipart(String subject, String boundary) {
            return HEADER + "Subject: " + subject + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="
                    + boundary + "\r\n\r\n";
        }

        static String nested(int depth) {
            StringBuilder message = new StringBuilder(multipart("nested", "b0"));
            for (int level = 1; level <= depth; level++) {
                message.append("--b").append(level - 1);
                message.append("\r\nContent-Type: multipart/mixed; boundary=b")
                        .append(level)
                        .append("\r\n\r\n");
            }
            message.append("--b").append(depth).append("\r\n\r\nHello\r\n");
            for (int level = depth; level >= 0; level--) {
                message.append("--b").append(level).append("--\r\n");
            }
            return message.toString();
        }
    }
}

package io.github.postfixture;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mails and pages of any length, each field and each part of which repeats something that is hard to read. */
final class HostileInput {

    static final List<String> PIECES = List.of(
            "Re: ",
            "a@b ",
            "(",
            "<https://x ",
            "=?",
            "> ",
            " ",
            "a\n ",
            ",",
            "<",
            "\u202e",
            "\u0000",
            "\\",
            "[",
            "${a ",
            "https://x)",
            "\"",
            "1 ",
            "{{",
            "a@b,",
            "(a)",
            ";a*1*=x",
            "=?utf-8?q?=C3?= ",
            "<a@b>",
            "@",
            ":",
            "a:;",
            "%",
            "&#",
            "null ",
            "code 1\n\n",
            "-- \n",
            "\n\n",
            "=\n",
            "=C3",
            "--b\n",
            "tel 1-",
            ". A",
            "xn--",
            "=?x?b?w",
            "\u00e9",
            ")",
            "A1-");

    private static final List<String> TAGS = List.of(
            "<div>",
            "<b>",
            "<table><tr><td>",
            "<td colspan=9 rowspan=9>",
            "<select><option>a",
            "<input name=a>",
            "<label for=a>",
            "<form>",
            "<h1>",
            "<a href='",
            "<a href=a>b</a>",
            "<a href='((('>",
            "<img srcset='a 1x, ",
            "<p style='url(' >",
            "<!--",
            "&amp",
            "<script type=application/ld+json>[",
            "<meta name=a content=b>",
            "<fieldset disabled><input>",
            "<base href=//[>",
            "<svg>",
            "<li>",
            "<input id=a aria-labelledby=a>",
            "<template>",
            "<link rel=canonical href=a>",
            "<textarea name=b>",
            "<a href='https://x/{{a}}'>",
            "<frameset>",
            "<th>a",
            "<p>null</p>");

    /** How long the inputs are that are read once. */
    static final int MEGABYTE = 1 << 20;

    private HostileInput() {}

    /** Return how many mails it takes until each piece has stood in each place. */
    static int count() {
        return PIECES.size();
    }

    /**
     * Return one of the mails: the pieces wander from field to field and from part to part.
     *
     * @param length about how long it is
     * @param page where its links lead, beside those that lead nowhere
     */
    static byte[] mail(int number, int length, URI page) {
        int field = length / 42;
        int part = length / 5;
        Places places = new Places(number);
        StringBuilder mail = new StringBuilder();
        for (String name : List.of(
                "Subject",
                "From",
                "To",
                "Cc",
                "Reply-To",
                "Date",
                "Message-ID",
                "References",
                "In-Reply-To",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "DKIM-Signature",
                "Received",
                "Auto-Submitted",
                "X-Priority",
                "Sender",
                "List-Id")) {
            mail.append(name)
                    .append(": ")
                    .append(places.next(field).replace("\n", "\n "))
                    .append('\n');
        }
        mail.append("List-Unsubscribe: <").append(page).append(">\n");
        return mail.append("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b")
                .append(number % 3 == 2 ? "; x=" + places.next(field).replace("\n", "\n ") : "")
                .append("\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n")
                .append(part("c", "text/plain; charset=utf-8; x=" + places.next(field), places.next(part)))
                .append(part("c", "text/html; charset=utf-8", markup(number, part) + "<a href=" + page + ">page</a>"))
                .append(part("c", "text/calendar; method=REQUEST; charset=utf-8", calendar(places, field)))
                .append("--c--\n")
                .append(part("b", "application/zip; name=" + places.next(field), "PK\u0003\u0004" + places.next(field)))
                .append(part("b", "application/pdf", "%PDF-1.4\n" + places.next(field)))
                .append(part("b", "message/rfc822", "Subject: " + places.next(field) + "\n\n" + places.next(field)))
                .append("--b\nContent-Type: text/x; x=\"\nContent-Disposition: attachment; filename*0*=")
                .append(places.next(field))
                .append("\nContent-ID: ")
                .append(places.next(field))
                .append("\nContent-Transfer-Encoding: base64\n\n")
                .append(places.next(part))
                .append("\n--b--\n")
                .toString()
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Return markup that repeats a tag, and then a piece of text. */
    static String markup(int number, int length) {
        String tag = TAGS.get(number % TAGS.size());
        String piece = PIECES.get(number % PIECES.size());
        return "<title>" + repeat(piece, length / 8)
                + "</title><form name=f><h2>h</h2><table><tr><th>a<tr><td>b</table><a href=x>l</a>" + "</form><p>"
                + repeat(tag, length / 2) + repeat(piece, length / 4);
    }

    /** Return so much of a piece. */
    static String repeat(String piece, int length) {
        return piece.repeat(Math.max(1, length / piece.length()));
    }

    private static String part(String boundary, String type, String content) {
        return "--" + boundary + "\nContent-Type: " + type + "\n\n" + content + '\n';
    }

    private static String calendar(Places places, int field) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:" + places.next(field)
                + "\nDTSTART;TZID=" + places.next(64) + ":20261103T100000\nSUMMARY:" + places.next(field)
                + "\nRRULE:" + places.next(field) + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    /** Hands out the pieces in turn. */
    private static final class Places {

        private int next;

        Places(int first) {
            next = first;
        }

        String next(int length) {
            return repeat(PIECES.get(next++ % PIECES.size()), length);
        }
    }
}

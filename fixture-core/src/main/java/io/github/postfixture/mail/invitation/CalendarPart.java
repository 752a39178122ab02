package io.github.postfixture.mail.invitation;

import org.apiguardian.api.API;

/**
 * The part of a message that holds a calendar.
 *
 * @param text its content
 * @param method the {@code method} parameter of its {@code Content-Type}; empty if there is none
 * @param charset the charset of its {@code Content-Type}; empty if there is none
 * @param alternative whether it stands in {@code multipart/alternative}, where mail readers look for it
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record CalendarPart(String text, String method, String charset, boolean alternative) {

    private static final String BEGIN = "BEGIN:VTIMEZONE";
    private static final String END = "END:VTIMEZONE";

    /** Return the content without the rules of its time zones, which have starts and recurrences of their own. */
    String withoutZones() {
        String unfolded = unfolded();
        StringBuilder rest = new StringBuilder();
        int from = 0;
        int begin = unfolded.indexOf(BEGIN);
        int end = begin < 0 ? -1 : unfolded.indexOf(END, begin);
        while (begin >= 0 && end >= 0) {
            rest.append(unfolded, from, begin);
            from = end + END.length();
            begin = unfolded.indexOf(BEGIN, from);
            end = begin < 0 ? -1 : unfolded.indexOf(END, begin);
        }
        return rest.append(unfolded, from, unfolded.length()).toString();
    }

    /** Return the content with its lines unfolded (RFC 5545 section 3.1). */
    String unfolded() {
        return text.replaceAll("\r?\n[ \t]", "");
    }
}

package io.github.postfixture.mail.invitation;

/**
 * The part of a message that holds a calendar.
 *
 * @param text its content
 * @param method the {@code method} parameter of its {@code Content-Type}; empty if there is none
 * @param charset the charset of its {@code Content-Type}; empty if there is none
 * @param alternative whether it stands in {@code multipart/alternative}, where mail readers look for it
 */
public record CalendarPart(String text, String method, String charset, boolean alternative) {

    /** Return the content without the rules of its time zones, which have starts and recurrences of their own. */
    String withoutZones() {
        return unfolded().replaceAll("(?s)BEGIN:VTIMEZONE.*?END:VTIMEZONE", "");
    }

    /** Return the content with its lines unfolded (RFC 5545 section 3.1). */
    String unfolded() {
        return text.replaceAll("\r?\n[ \t]", "");
    }
}

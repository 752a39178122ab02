package io.github.postfixture.ical;

import io.github.postfixture.mime.AddressSpec;
import java.util.Locale;

/**
 * Somebody who is invited (RFC 5545 section 3.8.4.1). What is said in words of the RFC is in upper case.
 *
 * @param address the mail address; of one that is none the URI
 * @param name the name, {@code CN}; empty if there is none
 * @param status what was answered, such as {@code ACCEPTED}; {@code NEEDS-ACTION} if nothing was
 * @param role such as {@code CHAIR} or {@code OPT-PARTICIPANT}; {@code REQ-PARTICIPANT} if it is not said
 * @param type such as {@code ROOM}; {@code INDIVIDUAL} if it is not said
 * @param isAnswerWanted whether an answer is asked for, {@code RSVP}
 * @param delegatedTo to whom it was passed on; empty if to nobody
 * @param delegatedFrom from whom it came; empty if from nobody
 */
public record Attendee(
        String address,
        String name,
        String status,
        String role,
        String type,
        boolean isAnswerWanted,
        String delegatedTo,
        String delegatedFrom) {

    /** Return somebody who has not answered yet, and is asked to. */
    public static Attendee of(String address) {
        return new Attendee(address, "", "NEEDS-ACTION", "REQ-PARTICIPANT", "INDIVIDUAL", true, "", "");
    }

    /** Return the same with a name. */
    public Attendee withName(String other) {
        return new Attendee(address, other, status, role, type, isAnswerWanted, delegatedTo, delegatedFrom);
    }

    /** Return the same with an answer, such as {@code DECLINED}. */
    public Attendee withStatus(String other) {
        return new Attendee(address, name, upper(other), role, type, isAnswerWanted, delegatedTo, delegatedFrom);
    }

    /** Return the same with a role, such as {@code OPT-PARTICIPANT}. */
    public Attendee withRole(String other) {
        return new Attendee(address, name, status, upper(other), type, isAnswerWanted, delegatedTo, delegatedFrom);
    }

    static Attendee of(ContentLine line) {
        return new Attendee(
                address(line),
                line.parameter("CN"),
                said(line, "PARTSTAT", "NEEDS-ACTION"),
                said(line, "ROLE", "REQ-PARTICIPANT"),
                said(line, "CUTYPE", "INDIVIDUAL"),
                line.hasParameter("RSVP", "TRUE"),
                withoutScheme(line.parameter("DELEGATED-TO")),
                withoutScheme(line.parameter("DELEGATED-FROM")));
    }

    /** Return the mail address that a property names, by its {@code EMAIL} parameter or its value (RFC 7986 section 6.2). */
    static String address(ContentLine line) {
        String email = line.parameter("EMAIL");
        return email.isEmpty() ? withoutScheme(line.value().strip()) : email;
    }

    /** Return whether the address is the same, whatever its spelling. */
    boolean isAt(String other) {
        return AddressSpec.isSame(address, other);
    }

    ContentLine line() {
        ContentLine line = ContentLine.of("ATTENDEE", "mailto:" + address)
                .with("CUTYPE", type)
                .with("ROLE", role)
                .with("PARTSTAT", status);
        ContentLine asked = isAnswerWanted ? line.with("RSVP", "TRUE") : line;
        return name.isEmpty() ? asked : asked.with("CN", name);
    }

    /** Return the address and the answer. */
    @Override
    public String toString() {
        return address + " (" + status + ")";
    }

    private static String withoutScheme(String uri) {
        return uri.regionMatches(true, 0, "mailto:", 0, 7) ? uri.substring(7) : uri;
    }

    private static String said(ContentLine line, String parameter, String otherwise) {
        String value = line.parameter(parameter);
        return value.isEmpty() ? otherwise : upper(value);
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }
}

package io.github.postfixture.mail.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mistakes over which Outlook or Gmail show no invitation, or a wrong one. */
final class InvitationMistakes {

    private static final Pattern ZONE = Pattern.compile("(?m)^DT(?:START|END);[^:\r\n]*TZID=\"?([^\":;\r\n]+)");
    private static final Pattern FLOATING = Pattern.compile("(?m)^DT(?:START|END):\\d{8}T\\d{6}\\s*$");

    private final CalendarPart part;
    private final Meeting meeting;
    private final List<String> mistakes = new ArrayList<>();

    private InvitationMistakes(CalendarPart part, Meeting meeting) {
        this.part = part;
        this.meeting = meeting;
    }

    static List<String> of(CalendarPart part, Meeting meeting) {
        InvitationMistakes mistakes = new InvitationMistakes(part, meeting);
        mistakes.lookAtPart();
        mistakes.lookAtProperties();
        mistakes.lookAtTimes();
        return List.copyOf(mistakes.mistakes);
    }

    /** Return the first value of a property; empty if there is none. */
    static String property(CalendarPart part, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^" + name + "(?:;[^:\r\n]*)?:(.*?)\\s*$").matcher(part.withoutZones());
        return matcher.find() ? matcher.group(1) : "";
    }

    private void lookAtPart() {
        find(part.method().isEmpty(), "the Content-Type has no method: Outlook shows a file, no invitation");
        find(
                !part.method().isEmpty() && !part.method().equalsIgnoreCase(meeting.method()),
                "the Content-Type says method " + part.method() + ", the calendar " + meeting.method());
        find(!part.charset().equalsIgnoreCase("utf-8"), "the charset is not utf-8: Outlook garbles names");
        find(!part.alternative(), "it is not in multipart/alternative: Gmail and Outlook show a file, no buttons");
    }

    private void lookAtProperties() {
        for (String name : List.of("PRODID", "VERSION", "METHOD", "UID", "DTSTAMP", "ORGANIZER", "DTSTART")) {
            find(property(part, name).isEmpty(), "there is no " + name);
        }
        find(
                meeting.attendees().isEmpty() && !meeting.method().equals("PUBLISH"),
                "there is no ATTENDEE: nobody can answer");
    }

    private void lookAtTimes() {
        ZONE.matcher(part.unfolded())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .forEach(zone -> find(
                        !part.unfolded().contains("TZID:" + zone),
                        "there is no VTIMEZONE for " + zone + ": Outlook guesses"));
        find(FLOATING.matcher(part.withoutZones()).find(), "times have no zone: everybody reads them as local");
        find(
                meeting.start().isPresent()
                        && meeting.end()
                                .filter(end -> end.isBefore(meeting.start().get()))
                                .isPresent(),
                "it ends before it starts");
    }

    private void find(boolean wrong, String mistake) {
        if (wrong) {
            mistakes.add(mistake);
        }
    }
}

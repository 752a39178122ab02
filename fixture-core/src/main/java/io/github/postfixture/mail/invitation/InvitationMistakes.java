package io.github.postfixture.mail.invitation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mistakes over which Outlook or Gmail show no invitation, or a wrong one. */
final class InvitationMistakes {

    private static final Pattern ZONE = Pattern.compile("(?mi)^DT(?:START|END);[^:\r\n]*TZID=\"?([^\":;\r\n]+)");
    private static final Pattern DEFINED = Pattern.compile("(?mi)^TZID[^:\r\n]*+:(.*)$");
    private static final Pattern FLOATING = Pattern.compile("(?mi)^DT(?:START|END):\\d{8}T\\d{6}[ \t]*+$");

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
                Pattern.compile("(?mi)^" + name + "(?:;[^:\r\n]*+)?+:(.*)$").matcher(part.withoutZones());
        return matcher.find() ? matcher.group(1).strip() : "";
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
                meeting.attendees().isEmpty() && !meeting.method().equalsIgnoreCase("PUBLISH"),
                "there is no ATTENDEE: nobody can answer");
    }

    private void lookAtTimes() {
        Set<String> undefined = values(ZONE);
        undefined.removeAll(values(DEFINED));
        undefined.forEach(zone -> mistakes.add("there is no VTIMEZONE for " + zone + ": Outlook guesses"));
        find(FLOATING.matcher(part.withoutZones()).find(), "times have no zone: everybody reads them as local");
        find(
                meeting.start()
                        .at()
                        .flatMap(start -> meeting.end().at().filter(end -> end.isBefore(start)))
                        .isPresent(),
                "it ends before it starts");
    }

    private Set<String> values(Pattern pattern) {
        return pattern.matcher(part.unfolded())
                .results()
                .map(match -> match.group(1).strip())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void find(boolean wrong, String mistake) {
        if (wrong) {
            mistakes.add(mistake);
        }
    }
}

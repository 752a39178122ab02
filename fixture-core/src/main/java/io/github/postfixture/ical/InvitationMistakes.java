package io.github.postfixture.ical;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mistakes over which Outlook or Gmail show no invitation, or a wrong one. */
final class InvitationMistakes {

    private final CalendarPart part;
    private final Component calendar;
    private final Component event;
    private final ComponentTime time;
    private final List<String> mistakes = new ArrayList<>();

    private InvitationMistakes(CalendarPart part, Event event) {
        this.part = part;
        this.calendar = event.object().calendar();
        this.event = event.component();
        this.time = event.object().time(event.component());
    }

    static List<String> of(CalendarPart part, Event event) {
        InvitationMistakes mistakes = new InvitationMistakes(part, event);
        mistakes.lookAtPart();
        mistakes.lookAtProperties();
        mistakes.lookAtTimes();
        return List.copyOf(mistakes.mistakes);
    }

    private void lookAtPart() {
        String method = calendar.text("METHOD");
        find(part.method().isEmpty(), "the Content-Type has no method: Outlook shows a file, no invitation");
        find(
                !part.method().isEmpty() && !part.method().equalsIgnoreCase(method),
                "the Content-Type says method " + part.method() + ", the calendar " + method);
        find(!part.charset().equalsIgnoreCase("utf-8"), "the charset is not utf-8: Outlook garbles names");
        find(!part.alternative(), "it is not in multipart/alternative: Gmail and Outlook show a file, no buttons");
    }

    private void lookAtProperties() {
        Stream.of("PRODID", "VERSION", "METHOD").forEach(name -> demand(calendar, name));
        Stream.of("UID", "DTSTAMP", "ORGANIZER", "DTSTART").forEach(name -> demand(event, name));
        find(
                event.property("ATTENDEE").isEmpty() && !calendar.text("METHOD").equalsIgnoreCase("PUBLISH"),
                "there is no ATTENDEE: nobody can answer");
    }

    private void lookAtTimes() {
        Set<String> undefined = times().map(DateTimeValue::zone)
                .filter(zone -> !zone.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        undefined.removeAll(calendar.components("VTIMEZONE").stream()
                .map(zone -> zone.value("TZID").strip())
                .toList());
        undefined.forEach(zone -> mistakes.add("there is no VTIMEZONE for " + zone + ": Outlook guesses"));
        find(
                times().anyMatch(value -> value.isFloating() && !value.isDate()),
                "times have no zone: everybody reads them as local");
        Optional<ZonedDateTime> end = time.end();
        find(
                time.start()
                        .flatMap(start -> end.filter(at -> at.isBefore(start)))
                        .isPresent(),
                "it ends before it starts");
    }

    private Stream<DateTimeValue> times() {
        return Stream.of("DTSTART", "DTEND").flatMap(name -> time.value(name).stream());
    }

    private void demand(Component component, String name) {
        find(component.value(name).isBlank(), "there is no " + name);
    }

    private void find(boolean wrong, String mistake) {
        if (wrong) {
            mistakes.add(mistake);
        }
    }
}

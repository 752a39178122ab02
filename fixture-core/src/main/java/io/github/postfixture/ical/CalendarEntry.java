package io.github.postfixture.ical;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.octets.Octets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What an iCalendar object says of one event, task or journal entry: the components of one {@code UID}, and the calendar that
 * they stand in.
 *
 * @param raw the bytes that all were read from
 * @param calendar what they stand in
 * @param components of one kind; not empty
 * @param zones the time zones of the calendar
 * @param damage what was damaged in the bytes
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record CalendarEntry(
        Octets raw, Component calendar, List<Component> components, CalendarZones zones, List<SyntaxFinding> damage) {

    /**
     * Read all objects of a kind, in the order of their first components.
     *
     * @param kind such as {@code VEVENT}
     */
    public static List<CalendarEntry> all(byte[] raw, String kind) {
        byte[] kept = raw.clone();
        ComponentStream stream = ComponentStream.read(kept);
        List<CalendarEntry> objects = new ArrayList<>();
        for (Component calendar : stream.components("VCALENDAR")) {
            CalendarZones zones = CalendarZones.of(calendar, ZoneId.systemDefault());
            byUid(calendar.components(kind))
                    .forEach(components -> objects.add(
                            new CalendarEntry(Octets.of(kept), calendar, components, zones, stream.findings())));
        }
        return objects;
    }

    /** Read the first object of a kind. */
    static CalendarEntry first(byte[] raw, String kind, String noun) {
        return all(raw, kind).stream()
                .findFirst()
                .orElseThrow(() -> FailureMessage.expected("a calendar with " + noun, "it has none")
                        .error());
    }

    /** Return the component that holds for all instances; of one that lacks it the first. */
    public Component main() {
        return components.stream()
                .filter(component -> component.property("RECURRENCE-ID").isEmpty())
                .findFirst()
                .orElse(components.get(0));
    }

    /** Return when it takes place. */
    public Recurrence recurrence() {
        return Recurrence.of(components, zones);
    }

    ComponentTime time(Component component) {
        return new ComponentTime(component, zones);
    }

    /** Return a moment that a property tells. */
    Optional<Instant> moment(Component component, String name) {
        return time(component).time(name).map(ZonedDateTime::toInstant);
    }

    /** Return what is damaged, missing or guessed. */
    List<SyntaxFinding> findings() {
        List<SyntaxFinding> findings = new ArrayList<>(damage);
        components.forEach(component -> find(component, findings));
        return List.copyOf(findings);
    }

    private void find(Component component, List<SyntaxFinding> findings) {
        for (String name : List.of("UID", "DTSTAMP")) {
            if (component.value(name).isEmpty()) {
                findings.add(new SyntaxFinding(component.number(), component.name() + " has no " + name));
            }
        }
        for (String name : List.of("DTSTART", "DTEND", "DUE", "COMPLETED", "RECURRENCE-ID")) {
            component.property(name).ifPresent(line -> findTime(line, findings));
        }
        component.properties("RRULE").stream()
                .filter(line -> !isRule(component, line))
                .forEach(line -> findings.add(SyntaxFinding.at(line.number(), "is no recurrence rule", line.text())));
    }

    private void findTime(ContentLine line, List<SyntaxFinding> findings) {
        Optional<DateTimeValue> value = DateTimeValue.of(line);
        if (value.isEmpty()) {
            findings.add(SyntaxFinding.at(line.number(), "is no date or time", line.text()));
        } else if (zones.isGuessed(value.get())) {
            findings.add(
                    SyntaxFinding.at(line.number(), "is in a zone that nobody knows, and is guessed", line.text()));
        }
    }

    private static boolean isRule(Component component, ContentLine line) {
        Optional<DateTimeValue> start = component.property("DTSTART").flatMap(DateTimeValue::of);
        return start.isEmpty()
                || RuleInstances.of(
                                RuleParts.of(line.value()),
                                start.get(),
                                start.get().local())
                        .isPresent();
    }

    private static List<List<Component>> byUid(List<Component> components) {
        Map<String, List<Component>> byUid = new LinkedHashMap<>();
        for (Component component : components) {
            String uid = component.text("UID");
            String key = uid.isEmpty() ? "line " + component.number() : "UID " + uid;
            byUid.computeIfAbsent(key, same -> new ArrayList<>()).add(component);
        }
        return List.copyOf(byUid.values());
    }
}

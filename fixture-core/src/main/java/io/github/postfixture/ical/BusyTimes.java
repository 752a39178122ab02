package io.github.postfixture.ical;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * When somebody is busy within a span of time, by their events (RFC 5545 section 3.6.4, RFC 4791 section 7.10).
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class BusyTimes {

    private static final int MOST = 10_000;

    private final TimeRange range;
    private final ZoneId floating;
    private final Map<String, List<PeriodValue>> periods = new TreeMap<>();

    /**
     * Begin with no events.
     *
     * @param floating the zone of times that have none
     */
    public BusyTimes(TimeRange range, ZoneId floating) {
        this.range = range;
        this.floating = floating;
    }

    /** Add the events of an object; those that are transparent or cancelled do not count. */
    public void add(Component calendar) {
        CalendarZones zones = CalendarZones.of(calendar, floating);
        calendar.components("VEVENT").stream()
                .collect(Collectors.groupingBy(event -> event.text("UID")))
                .values()
                .forEach(events -> Recurrence.of(events, zones)
                        .instances(range.from(), range.to(), MOST)
                        .forEach(this::add));
        calendar.components("VFREEBUSY").forEach(this::addBusy);
    }

    private void add(RecurrenceInstance instance) {
        Component event = instance.component();
        String status = event.value("STATUS").strip().toUpperCase(Locale.ROOT);
        boolean isTransparent = event.value("TRANSP").strip().equalsIgnoreCase("TRANSPARENT");
        if (!isTransparent && !status.equals("CANCELLED")) {
            add(
                    status.equals("TENTATIVE") ? "BUSY-TENTATIVE" : "BUSY",
                    instance.start().toInstant(),
                    instance.end().toInstant());
        }
    }

    private void addBusy(Component component) {
        for (ContentLine line : component.properties("FREEBUSY")) {
            String type = line.parameter("FBTYPE").isEmpty()
                    ? "BUSY"
                    : line.parameter("FBTYPE").toUpperCase(Locale.ROOT);
            if (!type.equals("FREE")) {
                TextValue.list(line.value()).stream()
                        .flatMap(value -> PeriodValue.parse(value).stream())
                        .forEach(period -> add(type, period.start(), period.end()));
            }
        }
    }

    private void add(String type, Instant start, Instant end) {
        Instant from = start.isBefore(range.from()) ? range.from() : start;
        Instant to = end.isAfter(range.to()) ? range.to() : end;
        if (from.isBefore(to)) {
            periods.computeIfAbsent(type, any -> new ArrayList<>()).add(new PeriodValue(from, to));
        }
    }

    /** Return the times of a type, such as {@code BUSY}, in order, and those that touch as one. */
    public List<PeriodValue> periods(String type) {
        List<PeriodValue> merged = new ArrayList<>();
        List<PeriodValue> sorted = new ArrayList<>(periods.getOrDefault(type, List.of()));
        sorted.sort(Comparator.comparing(PeriodValue::start));
        for (PeriodValue period : sorted) {
            PeriodValue last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.end().isBefore(period.start())) {
                merged.add(period);
            } else if (last.end().isBefore(period.end())) {
                merged.set(merged.size() - 1, new PeriodValue(last.start(), period.end()));
            }
        }
        return merged;
    }

    /**
     * Return a calendar that tells of them.
     *
     * @param now when it is made
     */
    public Component component(Instant now) {
        List<ContentLine> lines = new ArrayList<>(List.of(
                ContentLine.of("DTSTAMP", utc(now)),
                ContentLine.of("DTSTART", utc(range.from())),
                ContentLine.of("DTEND", utc(range.to()))));
        for (String type : periods.keySet()) {
            periods(type)
                    .forEach(period ->
                            lines.add(ContentLine.of("FREEBUSY", utc(period.start()) + "/" + utc(period.end()))
                                    .with("FBTYPE", type)));
        }
        Component busy = Component.of("VFREEBUSY", lines, List.of());
        List<ContentLine> head =
                List.of(ContentLine.of("VERSION", "2.0"), ContentLine.of("PRODID", "-//Postfixture//EN"));
        return Component.of("VCALENDAR", head, List.of(busy));
    }

    private static String utc(Instant moment) {
        return new DateTimeValue(moment.atOffset(ZoneOffset.UTC).toLocalDateTime(), false, true, "").toString();
    }
}

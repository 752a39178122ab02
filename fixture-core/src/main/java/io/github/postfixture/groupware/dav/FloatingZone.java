package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ComponentStream;
import io.github.postfixture.ical.ZoneNames;
import io.github.postfixture.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** In which zone times are that have none: the one that a query names, or that of the calendar, or UTC (RFC 4791 section 7.3). */
final class FloatingZone {

    private FloatingZone() {}

    static ZoneId of(XmlElement query, Resource resource) {
        return query.element(CALDAV.name("timezone-id"))
                .flatMap(element -> ZoneNames.zone(element.text().strip()))
                .or(() -> query.element(CALDAV.name("timezone")).flatMap(FloatingZone::defined))
                .or(() -> Optional.ofNullable(resource.item().properties().get(CALDAV.name("calendar-timezone")))
                        .flatMap(FloatingZone::defined))
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> defined(XmlElement element) {
        byte[] text = element.text().getBytes(StandardCharsets.UTF_8);
        return ComponentStream.read(text).components("VCALENDAR").stream()
                .flatMap(calendar -> calendar.components("VTIMEZONE").stream())
                .map(FloatingZone::id)
                .flatMap(id -> ZoneNames.zone(id).stream())
                .findFirst();
    }

    private static String id(Component zone) {
        return zone.text("TZID");
    }
}

package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ComponentStream;
import java.util.List;
import java.util.Optional;

/** The first component of a kind in an object: what there is in a damaged one, too. */
final class CalendarObject {

    static final String CALENDAR = "VCALENDAR";
    static final String CARD = "VCARD";

    private CalendarObject() {}

    static Optional<Component> read(StoredObject object, String name) {
        return ComponentStream.read(object.content().toByteArray()).components(name).stream()
                .findFirst();
    }

    /** Return the events, tasks and other things in a calendar, without its time zones. */
    static List<Component> items(Component calendar) {
        return calendar.components().stream()
                .filter(component -> !component.isNamed("VTIMEZONE"))
                .toList();
    }
}

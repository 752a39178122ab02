package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.ical.DateTimeValue;
import io.github.postfixture.ical.TimeRange;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads spans of time (RFC 4791 section 9.9). */
final class TimeRangeElement {

    private static final XmlName NAME = CALDAV.name("time-range");

    private TimeRangeElement() {}

    /** Return the span of time that an element of a filter asks for, if it asks for any. */
    static Optional<TimeRange> in(XmlElement filter) throws DavRefusal {
        Optional<XmlElement> element = filter.element(NAME);
        return element.isEmpty() ? Optional.empty() : Optional.of(of(element.get()));
    }

    /** Read the bounds of an element. */
    static TimeRange of(XmlElement element) throws DavRefusal {
        Optional<Instant> start = bound(element, "start");
        Optional<Instant> end = bound(element, "end");
        boolean isEmpty = start.isPresent() && end.isPresent() && !start.get().isBefore(end.get());
        if ((start.isEmpty() && end.isEmpty()) || isEmpty) {
            throw invalid(element.name().local() + " must have a start, or an end, or both in that order");
        }
        return new TimeRange(start.orElse(Instant.MIN), end.orElse(Instant.MAX));
    }

    /** Read the bounds of an element that must have both. */
    static TimeRange whole(XmlElement element) throws DavRefusal {
        TimeRange range = of(element);
        if (range.from().equals(Instant.MIN) || range.to().equals(Instant.MAX)) {
            throw invalid(element.name().local() + " must have a start and an end");
        }
        return range;
    }

    private static Optional<Instant> bound(XmlElement element, String name) throws DavRefusal {
        Optional<String> text = element.attribute(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DateTimeValue.parse(text.get(), "")
                .filter(DateTimeValue::isUtc)
                .map(value -> value.local().toInstant(ZoneOffset.UTC))
                .orElseThrow(() -> invalid(name + " must be a time in UTC, such as 20261201T100000Z")));
    }

    private static DavRefusal invalid(String reason) {
        return DavRefusal.of(403, CALDAV.element("valid-filter"), reason);
    }
}

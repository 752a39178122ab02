package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.ical.BusyTimes;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ComponentWriter;
import io.github.postfixture.ical.TimeRange;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.util.Iterator;
import java.util.Optional;

/** When somebody is busy (RFC 4791 section 7.10). */
final class FreeBusyReport implements DavReport {

    @Override
    public Access needed() {
        return Access.FREE_BUSY;
    }

    @Override
    public Response answer(DavCall call, Resource resource, XmlElement query) throws DavRefusal {
        Optional<XmlElement> range = query.element(CALDAV.name("time-range"));
        if (range.isEmpty()) {
            throw DavRefusal.of(400, "There must be a time-range in the query");
        }
        TimeRange wanted = TimeRangeElement.whole(range.get());
        BusyTimes times = new BusyTimes(wanted, FloatingZone.of(query, resource));
        for (Iterator<Resource> walk = new TreeWalk(call, resource, Depth.INFINITY); walk.hasNext(); ) {
            walk.next()
                    .object()
                    .flatMap(object -> CalendarObject.read(object, CalendarObject.CALENDAR))
                    .ifPresent(times::add);
        }
        Component busy = times.component(call.store().clock().instant());
        return Response.bytes("text/calendar; charset=utf-8", ComponentWriter.write(busy));
    }
}

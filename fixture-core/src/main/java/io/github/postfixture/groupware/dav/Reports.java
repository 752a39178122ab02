package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The reports by their names, and where they are. */
final class Reports {

    private static final Map<XmlName, Offer> BY_NAME = new LinkedHashMap<>();

    static {
        add(
                DAV.name("sync-collection"),
                new SyncReport(),
                resource -> resource.collection().isPresent());
        add(
                CALDAV.name("calendar-query"),
                new QueryReport(
                        CALDAV, (call, resource, query) -> CalendarFilter.of(resource, query), CalendarData::of),
                Reports::holdsCalendarObjects);
        add(CALDAV.name("calendar-multiget"), new MultigetReport(CalendarData::of), Reports::holdsCalendarObjects);
        add(CALDAV.name("free-busy-query"), new FreeBusyReport(), resource -> resource.is(CollectionKind.CALENDAR));
        add(
                CARDDAV.name("addressbook-query"),
                new QueryReport(CARDDAV, Reports::cards, CardData::of),
                resource -> resource.is(CollectionKind.ADDRESS_BOOK));
        add(
                CARDDAV.name("addressbook-multiget"),
                new MultigetReport(CardData::of),
                resource -> resource.is(CollectionKind.ADDRESS_BOOK));
        add(DAV.name("expand-property"), new ExpandPropertyReport(), resource -> true);
        add(DAV.name("principal-property-search"), new PrincipalSearch(), resource -> isOfPrincipals(resource));
        add(
                DAV.name("principal-search-property-set"),
                (call, resource, query) -> PrincipalSearch.properties(),
                resource -> isOfPrincipals(resource));
    }

    private Reports() {}

    /** A report, and where there is one. */
    private record Offer(DavReport report, Predicate<Resource> at) {}

    private static void add(XmlName name, DavReport report, Predicate<Resource> at) {
        BY_NAME.put(name, new Offer(report, at));
    }

    private static Predicate<StoredObject> cards(DavCall call, Resource resource, XmlElement query) throws DavRefusal {
        Optional<XmlElement> element = query.element(CARDDAV.name("filter"));
        CardFilter filter = element.isEmpty() ? new CardFilter(List.of(), true) : CardFilter.of(element.get());
        return object -> CalendarObject.read(object, CalendarObject.CARD)
                .filter(filter::matches)
                .isPresent();
    }

    private static boolean isOfPrincipals(Resource resource) {
        return resource.is(CollectionKind.PRINCIPAL) || resource.is(CollectionKind.FOLDER);
    }

    private static boolean holdsCalendarObjects(Resource resource) {
        return resource.collection()
                .filter(collection -> collection.kind().holdsCalendarObjects())
                .isPresent();
    }

    /** Return what somebody must be allowed to do who asks for a report. */
    static Access needed(XmlName name) {
        return Optional.ofNullable(BY_NAME.get(name))
                .map(offer -> offer.report().needed())
                .orElse(Access.READ);
    }

    /** Return the report that a resource has by a name. */
    static Optional<DavReport> find(XmlName name, Resource resource) {
        return Optional.ofNullable(BY_NAME.get(name))
                .filter(offer -> offer.at().test(resource))
                .map(Offer::report);
    }

    static List<XmlElement> supported(Resource resource) {
        return BY_NAME.entrySet().stream()
                .filter(each -> each.getValue().at().test(resource))
                .map(each -> DAV.element("supported-report", DAV.element("report", XmlElement.of(each.getKey()))))
                .toList();
    }
}

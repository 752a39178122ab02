package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The objects that meet what a client looks for (RFC 4791 section 7.8, RFC 6352 section 8.6).
 *
 * @param namespace that of the filter
 */
record QueryReport(DavNamespace namespace, FilterReader filters, MultigetReport.DataReader contents)
        implements DavReport {

    /** Reads what a client looks for. */
    @FunctionalInterface
    interface FilterReader {
        Predicate<StoredObject> read(DavCall call, Resource resource, XmlElement query) throws DavRefusal;
    }

    @Override
    public Response answer(DavCall call, Resource resource, XmlElement query) throws DavRefusal {
        PropertySelection selection = PropertySelection.of(query);
        ObjectData data = contents.read(selection);
        Predicate<StoredObject> filter = filters.read(call, resource, query);
        Stream<Resource> matching = objects(call, resource)
                .filter(object -> filter.test(object.object().orElseThrow()));
        Optional<Integer> limit = limit(query);
        return limit.isPresent()
                ? Multistatus.of(limited(matching, limit.get(), call, resource, selection, data))
                : Multistatus.of(matching.map(each -> selection.response(each, call, data))
                        .iterator());
    }

    private static Stream<Resource> objects(DavCall call, Resource resource) throws DavRefusal {
        Iterator<Resource> walk = new TreeWalk(call, resource, call.depth(Depth.ZERO));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED), false)
                .filter(each -> each.object().isPresent());
    }

    private Optional<Integer> limit(XmlElement query) throws DavRefusal {
        Optional<XmlElement> limit =
                query.element(namespace.name("limit")).flatMap(element -> element.element(namespace.name("nresults")));
        return limit.isEmpty()
                ? Optional.empty()
                : Optional.of(Limits.positive(limit.get().text().strip()));
    }

    private static List<XmlElement> limited(
            Stream<Resource> matching,
            int limit,
            DavCall call,
            Resource resource,
            PropertySelection selection,
            ObjectData data) {
        List<XmlElement> responses = new ArrayList<>();
        for (Iterator<Resource> each = matching.iterator(); each.hasNext(); ) {
            Resource next = each.next();
            if (responses.size() == limit) {
                responses.add(DAV.element(
                        "response",
                        call.hrefs().href(resource),
                        PropertyStatus.status(507),
                        DAV.element("error", DAV.element("number-of-matches-within-limits"))));
                return responses;
            }
            responses.add(selection.response(next, call, data));
        }
        return responses;
    }
}

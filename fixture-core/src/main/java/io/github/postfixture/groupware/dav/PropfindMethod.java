package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** PROPFIND (RFC 4918 section 9.1). */
final class PropfindMethod implements DavMethod {

    private static final int MOST_AT_INFINITY = 20_000;

    @Override
    public Response answer(DavCall call) throws DavRefusal, IOException {
        PropertySelection selection = selection(call);
        Resource resource = call.resource();
        Depth depth = call.depth(Depth.INFINITY);
        if (depth == Depth.INFINITY) {
            requireBounded(new TreeWalk(call, resource, depth));
        }
        return Multistatus.of(stream(new TreeWalk(call, resource, depth), selection, call));
    }

    private static PropertySelection selection(DavCall call) throws DavRefusal, IOException {
        Optional<XmlElement> body = call.xml();
        if (body.isEmpty()) {
            return PropertySelection.all();
        } else if (!body.get().is(DAV.name("propfind"))) {
            throw DavRefusal.of(400, "The content must be an element " + DAV.name("propfind"));
        }
        return PropertySelection.of(body.get());
    }

    private static void requireBounded(Iterator<Resource> walk) throws DavRefusal {
        for (int count = 0; walk.hasNext(); walk.next()) {
            if (++count > MOST_AT_INFINITY) {
                throw DavRefusal.of(
                        403,
                        DAV.element("propfind-finite-depth"),
                        "There are more than " + MOST_AT_INFINITY + " resources below; ask with Depth 0 or 1");
            }
        }
    }

    private static Iterator<XmlElement> stream(Iterator<Resource> walk, PropertySelection selection, DavCall call) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED), false)
                .map(resource -> selection.response(resource, call))
                .iterator();
    }
}

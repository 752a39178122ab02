package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.SyncDelta;
import io.github.postfixture.groupware.store.SyncToken;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** What has changed in a collection since the client looked (RFC 6578). */
final class SyncReport implements DavReport {

    @Override
    public Response answer(DavCall call, Resource resource, XmlElement query) throws DavRefusal {
        PropertySelection selection = PropertySelection.of(query);
        SyncDelta delta = call.store()
                .changes(call.path(), token(query), isDeep(query), limit(query))
                .orElseThrow(SyncReport::invalid);
        Stream<XmlElement> members = delta.members().stream().map(member -> told(call, member, selection));
        Stream<XmlElement> truncation = delta.isTruncated() ? Stream.of(truncated(call, resource)) : Stream.of();
        Stream<XmlElement> token =
                Stream.of(DAV.element("sync-token", delta.token().toString()));
        Iterator<XmlElement> all =
                Stream.of(members, truncation, token).flatMap(each -> each).iterator();
        return Multistatus.of(all);
    }

    private static Optional<SyncToken> token(XmlElement query) throws DavRefusal {
        String text = query.element(DAV.name("sync-token"))
                .orElseThrow(
                        () -> DavRefusal.of(400, "There must be a sync-token in the report; an empty one at first"))
                .text()
                .strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<SyncToken> token = SyncToken.parse(text);
        if (token.isEmpty()) {
            throw invalid();
        }
        return token;
    }

    private static DavRefusal invalid() {
        return DavRefusal.of(403, DAV.element("valid-sync-token"), "The token is not known, or no longer");
    }

    private static boolean isDeep(XmlElement query) throws DavRefusal {
        String level = query.element(DAV.name("sync-level"))
                .map(XmlElement::text)
                .orElse("1")
                .strip();
        if (!level.equals("1") && !level.equals("infinite")) {
            throw DavRefusal.of(400, "sync-level must be 1 or infinite");
        }
        return level.equals("infinite");
    }

    private static int limit(XmlElement query) throws DavRefusal {
        Optional<String> limit = query.element(DAV.name("limit"))
                .flatMap(element -> element.element(DAV.name("nresults")))
                .map(element -> element.text().strip());
        return limit.isEmpty() ? Integer.MAX_VALUE : Limits.positive(limit.get());
    }

    private static XmlElement told(DavCall call, SyncDelta.Member member, PropertySelection selection) {
        return member.item()
                .map(item -> selection.response(new Resource(member.path(), item), call))
                .orElseGet(() ->
                        DAV.element("response", call.hrefs().href(member.path(), false), PropertyStatus.status(404)));
    }

    private static XmlElement truncated(DavCall call, Resource resource) {
        return DAV.element(
                "response",
                call.hrefs().href(resource),
                PropertyStatus.status(507),
                DAV.element("error", DAV.element("number-of-matches-within-limits")));
    }
}

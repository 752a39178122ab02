package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALENDAR_SERVER;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

/** The properties by which clients see whether a collection has changed (RFC 6578). */
final class SyncProperties {

    private SyncProperties() {}

    static void addTo(LiveProperties table) {
        table.add(
                DAV.name("sync-token"),
                (resource, call) -> resource.collection()
                        .map(collection ->
                                DAV.element("sync-token", collection.token().toString()))
                        .orElse(null));
        table.add(
                CALENDAR_SERVER.name("getctag"),
                (resource, call) -> resource.collection()
                        .map(collection -> CALENDAR_SERVER.element(
                                "getctag", collection.token().toString()))
                        .orElse(null));
        table.add(
                DAV.name("supported-report-set"),
                (resource, call) -> DAV.element("supported-report-set", Reports.supported(resource)));
    }
}

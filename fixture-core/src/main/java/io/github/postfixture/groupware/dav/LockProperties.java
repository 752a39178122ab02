package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.ResourceLock;
import io.github.postfixture.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** The properties of locks (RFC 4918 section 15). */
final class LockProperties {

    private LockProperties() {}

    static void addTo(LiveProperties table) {
        table.addToAll(
                "supportedlock", (resource, call) -> DAV.element("supportedlock", entry("exclusive"), entry("shared")));
        table.addToAll(
                "lockdiscovery",
                (resource, call) -> DAV.element(
                        "lockdiscovery",
                        call.store().locks().covering(resource.path()).stream()
                                .map(lock -> activeLock(call, lock))
                                .toList()));
    }

    private static XmlElement entry(String scope) {
        return DAV.element(
                "lockentry",
                DAV.element("lockscope", DAV.element(scope)),
                DAV.element("locktype", DAV.element("write")));
    }

    static XmlElement activeLock(DavCall call, ResourceLock lock) {
        List<XmlElement> parts = new ArrayList<>(List.of(
                DAV.element("locktype", DAV.element("write")),
                DAV.element("lockscope", DAV.element(lock.isExclusive() ? "exclusive" : "shared")),
                DAV.element("depth", lock.isDeep() ? "infinity" : "0")));
        lock.owner().ifPresent(parts::add);
        parts.add(DAV.element("timeout", "Second-" + lock.timeout().toSeconds()));
        parts.add(DAV.element("locktoken", DAV.element("href", lock.token())));
        parts.add(DAV.element("lockroot", DAV.element("href", call.hrefs().of(lock.path(), false))));
        return DAV.element("activelock", parts);
    }
}

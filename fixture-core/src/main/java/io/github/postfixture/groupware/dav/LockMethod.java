package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.ResourceLock;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** LOCK (RFC 4918 section 9.10). */
final class LockMethod implements DavMethod {

    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    @Override
    public Response answer(DavCall call) throws DavRefusal, IOException {
        Optional<XmlElement> body = call.xml();
        call.require(call.path(), Access.WRITE);
        return Atomic.answer(call, () -> body.isEmpty() ? refresh(call) : lock(call, body.get()));
    }

    private static Response refresh(DavCall call) throws DavRefusal {
        StateCheck check = StateCheck.of(call);
        ResourceLock lock = call.store().locks().covering(call.path()).stream()
                .filter(held -> check.tokens().contains(held.token()))
                .findFirst()
                .orElseThrow(() -> DavRefusal.of(
                        412,
                        DAV.element("lock-token-matches-request-uri"),
                        "To refresh a lock, If must have its token (RFC 4918 section 9.10.2)"));
        return response(call, 200, call.store().locks().refresh(lock, timeout(call)));
    }

    private static Response lock(DavCall call, XmlElement info) throws DavRefusal {
        boolean isExclusive = isExclusive(info);
        boolean isDeep = isDeep(call);
        StateCheck check = StateCheck.of(call);
        Optional<ResourceLock> lock = call.store()
                .locks()
                .lock(call.path(), isDeep, isExclusive, call.home().address(), owner(info), timeout(call));
        if (lock.isEmpty()) {
            throw conflict(call, isDeep, isExclusive);
        }
        return response(call, makeIfMissing(call, check, lock.get()) ? 201 : 200, lock.get())
                .withHeader("Lock-Token", "<" + lock.get().token() + ">");
    }

    private static boolean isExclusive(XmlElement info) throws DavRefusal {
        Optional<XmlElement> scope = info.element(DAV.name("lockscope"));
        boolean isWrite = info.element(DAV.name("locktype"))
                .filter(type -> type.has(DAV.name("write")))
                .isPresent();
        if (!info.is(DAV.name("lockinfo")) || !isWrite || scope.isEmpty()) {
            throw DavRefusal.of(400, "The content must be a lockinfo of a write lock (RFC 4918 section 14.11)");
        }
        return scope.get().has(DAV.name("exclusive"));
    }

    private static boolean isDeep(DavCall call) throws DavRefusal {
        Depth depth = call.depth(Depth.INFINITY);
        if (depth == Depth.ONE) {
            throw DavRefusal.of(400, "Depth must be 0 or infinity (RFC 4918 section 9.10.3)");
        }
        return depth == Depth.INFINITY;
    }

    private static Optional<XmlElement> owner(XmlElement info) {
        return info.element(DAV.name("owner"));
    }

    private static DavRefusal conflict(DavCall call, boolean isDeep, boolean isExclusive) {
        ResourcePath locked = call.store()
                .locks()
                .conflicting(call.path(), isDeep, isExclusive)
                .map(ResourceLock::path)
                .orElse(call.path());
        return DavRefusal.of(
                423,
                DAV.element("no-conflicting-lock", call.hrefs().href(locked, false)),
                locked + " is locked already");
    }

    /** Return whether there was nothing to lock: then an empty object is made (RFC 4918 section 7.3). */
    private static boolean makeIfMissing(DavCall call, StateCheck check, ResourceLock lock) throws DavRefusal {
        if (call.store().find(call.path()).isPresent()) {
            return false;
        }
        try {
            Placement placement = Placement.at(call, call.path());
            check.requireMembershipUnlocked(call.path());
            NewObject empty = NewObject.of(Optional.empty(), Octets.of(new byte[0]));
            call.editor().put(call.path(), empty.content(), placement.contentType(empty), Optional.empty());
        } catch (DavRefusal refusal) {
            call.store().locks().unlock(lock);
            throw refusal;
        }
        return true;
    }

    /** Return how long a client wants it, but no longer than a day. */
    private static Duration timeout(DavCall call) {
        return Arrays.stream(call.header("Timeout").orElse("").split(","))
                .map(String::strip)
                .filter(wanted -> wanted.matches("(?i)Second-\\d{1,10}"))
                .map(wanted -> Long.parseLong(wanted.substring(7)))
                .findFirst()
                .map(seconds -> Duration.ofSeconds(Math.min(Math.max(seconds, 1), LONGEST)))
                .orElse(Duration.ofSeconds(LONGEST));
    }

    private static Response response(DavCall call, int status, ResourceLock lock) {
        XmlElement discovery = DAV.element("lockdiscovery", LockProperties.activeLock(call, lock));
        return DavResponses.xml(status, XmlWriter.document(DAV.element("prop", discovery), DavNamespace.PREFIXES));
    }
}

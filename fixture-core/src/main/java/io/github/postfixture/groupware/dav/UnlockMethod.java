package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.ResourceLock;
import io.github.postfixture.web.response.Response;

/** UNLOCK (RFC 4918 section 9.11). */
final class UnlockMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal {
        String token = call.header("Lock-Token").orElse("").strip();
        if (!token.startsWith("<") || !token.endsWith(">")) {
            throw DavRefusal.of(400, "Lock-Token must be a URI in angle brackets (RFC 4918 section 10.5)");
        }
        return Atomic.answer(call, () -> unlock(call, token.substring(1, token.length() - 1)));
    }

    private static Response unlock(DavCall call, String token) throws DavRefusal {
        ResourceLock lock = call.store()
                .locks()
                .find(token)
                .filter(held -> held.covers(call.path()))
                .orElseThrow(() -> DavRefusal.of(
                        409, DAV.element("lock-token-matches-request-uri"), call.path() + " has no lock " + token));
        if (!lock.principal().equals(call.home().address())) {
            throw DavRefusal.of(403, "The lock is that of " + lock.principal());
        }
        call.store().locks().unlock(lock);
        return Response.noContent();
    }
}

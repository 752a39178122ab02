package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.web.response.Response;

/** MOVE (RFC 4918 section 9.9). */
final class MoveMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal {
        ResourcePath to = Destination.of(call);
        return Atomic.answer(call, () -> new Destination(call, to).write(check -> move(call, check, to), true));
    }

    private static void move(DavCall call, StateCheck check, ResourcePath to) throws DavRefusal {
        DeleteMethod.requireMayRemove(call, call.resource());
        check.requireAllUnlocked(call.path());
        check.requireMembershipUnlocked(call.path());
        call.editor().move(call.path(), to);
    }
}

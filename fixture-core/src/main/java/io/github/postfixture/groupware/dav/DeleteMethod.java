package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.web.response.Response;

/** DELETE (RFC 4918 section 9.6). */
final class DeleteMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal {
        return Atomic.answer(call, () -> delete(call));
    }

    private static Response delete(DavCall call) throws DavRefusal {
        ResourcePath path = call.path();
        Resource gone = call.resource();
        requireMayRemove(call, gone);
        if (gone.collection().isPresent() && call.depth(Depth.INFINITY) != Depth.INFINITY) {
            throw DavRefusal.of(400, "A collection goes with all that is in it (RFC 4918 section 9.6.1)");
        }
        StateCheck check = StateCheck.of(call);
        check.requireAllUnlocked(path);
        check.requireMembershipUnlocked(path);
        call.editor().delete(path);
        return Response.noContent();
    }

    /** Refuse what somebody may not remove: an object they may not write, a collection that is not their own. */
    static void requireMayRemove(DavCall call, Resource resource) throws DavRefusal {
        boolean isShared = resource.collection()
                .filter(collection -> !collection.shares().isEmpty())
                .isPresent();
        call.require(resource.path(), isShared ? Access.OWNER : Access.WRITE);
        Placement.requireRemovable(call, resource.path());
    }
}

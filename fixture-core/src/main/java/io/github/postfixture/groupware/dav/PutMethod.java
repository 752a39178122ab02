package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.util.Optional;

/** PUT (RFC 4918 section 9.7). */
final class PutMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal, IOException {
        if (call.header("Content-Range").isPresent()) {
            throw DavRefusal.of(400, "A part of an object cannot be put (RFC 9110 section 14.4)");
        }
        call.require(call.path(), Access.WRITE);
        byte[] content = call.body()
                .read(DavCall.MAX_OBJECT)
                .orElseThrow(() -> DavRefusal.of(
                        413,
                        CALDAV.element("max-resource-size"),
                        "The object is longer than " + DavCall.MAX_OBJECT + " bytes"));
        NewObject made = NewObject.of(call.header("Content-Type"), Octets.of(content));
        return Atomic.answer(call, () -> put(call, made));
    }

    private static Response put(DavCall call, NewObject made) throws DavRefusal {
        ResourcePath path = call.path();
        Placement placement = Placement.at(call, path);
        StateCheck check = StateCheck.of(call);
        check.requireUnlocked(path);
        Optional<StoredObject> before = call.store().object(path);
        if (before.isEmpty()) {
            check.requireMembershipUnlocked(path);
        }
        Optional<String> uid = placement.uid(made, Optional.empty());
        StoredObject object = call.editor().put(path, made.content(), placement.contentType(made), uid);
        return Response.status(before.isPresent() ? 204 : 201).withHeader("ETag", object.etag());
    }
}

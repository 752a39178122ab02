package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.web.response.Response;

/** COPY (RFC 4918 section 9.8). */
final class CopyMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal {
        Depth depth = call.depth(Depth.INFINITY);
        if (depth == Depth.ONE) {
            throw DavRefusal.of(400, "Depth must be 0 or infinity (RFC 4918 section 9.8.3)");
        }
        ResourcePath to = Destination.of(call);
        return Atomic.answer(
                call,
                () -> new Destination(call, to)
                        .write(check -> call.editor().copy(call.path(), to, depth == Depth.INFINITY), false));
    }
}

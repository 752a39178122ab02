package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.web.response.Response;
import java.util.stream.Collectors;

/** GET and HEAD (RFC 4918 section 9.4). */
final class GetMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal {
        Resource resource = call.resource();
        EntityTags.check(call, resource.object().map(StoredObject::etag), true);
        return resource.object()
                .map(GetMethod::content)
                .orElseGet(() -> listing(call, resource, resource.collection().orElseThrow()));
    }

    private static Response content(StoredObject object) {
        return Response.bytes(object.contentType(), object.content().toByteArray())
                .withHeader("ETag", object.etag())
                .withHeader("Last-Modified", HttpDates.of(object.modified()));
    }

    private static Response listing(DavCall call, Resource resource, StoredCollection collection) {
        return Response.text(collection.members().entrySet().stream()
                .map(member -> new Resource(resource.path().child(member.getKey()), member.getValue()))
                .map(member -> call.hrefs().href(member).text() + "\n")
                .collect(Collectors.joining()));
    }
}

package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.StoredItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Walks over a resource and what is below it, as far as the client may read it. Each collection is looked at when it comes. */
final class TreeWalk implements Iterator<Resource> {

    private final DavCall call;
    private final Deque<Iterator<Resource>> open = new ArrayDeque<>();
    private final int deepest;

    TreeWalk(DavCall call, Resource start, Depth depth) {
        this.call = call;
        deepest = depth.levels();
        open.push(List.of(start).iterator());
    }

    @Override
    public boolean hasNext() {
        while (!open.isEmpty() && !open.element().hasNext()) {
            open.pop();
        }
        return !open.isEmpty();
    }

    @Override
    public Resource next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Resource resource = open.element().next();
        if (open.size() <= deepest) {
            resource.collection().ifPresent(collection -> open.push(members(resource, collection.members())));
        }
        return resource;
    }

    private Iterator<Resource> members(Resource parent, Map<String, StoredItem> members) {
        return members.entrySet().stream()
                .map(member -> new Resource(parent.path().child(member.getKey()), member.getValue()))
                .filter(member -> parent.path().names().size() > 2 || call.may(member.path(), Access.READ))
                .iterator();
    }
}

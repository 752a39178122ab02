package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.ResourceLock;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what a request depends on holds, and whether it knows of the locks that stand in its way.
 *
 * @param tokens the tokens that it shows
 */
record StateCheck(DavCall call, Set<String> tokens) {

    /** Check the header fields of a request, and take the tokens from it. */
    static StateCheck of(DavCall call) throws DavRefusal {
        Optional<String> field = call.header("If");
        if (field.isEmpty()) {
            return new StateCheck(call, Set.of()).checkTags();
        }
        IfHeader condition = IfHeader.parse(field.get());
        StateCheck check = new StateCheck(call, condition.tokens());
        for (IfHeader.StateList list : condition.lists()) {
            if (check.holds(list)) {
                return check.checkTags();
            }
        }
        throw DavRefusal.of(412, "None of the lists of If holds");
    }

    private boolean holds(IfHeader.StateList list) throws DavRefusal {
        Optional<ResourcePath> about = list.tag().isEmpty()
                ? Optional.of(call.path())
                : call.resolve(list.tag().get());
        return about.isPresent()
                && list.conditions().stream().allMatch(condition -> holds(condition, about.get()) != condition.isNot());
    }

    private boolean holds(IfHeader.StateCondition condition, ResourcePath path) {
        return condition.isTag()
                ? etag(path).filter(condition.text()::equals).isPresent()
                : call.store().locks().covering(path).stream()
                        .anyMatch(lock -> lock.token().equals(condition.text()));
    }

    private Optional<String> etag(ResourcePath path) {
        return call.store().object(path).map(StoredObject::etag);
    }

    private StateCheck checkTags() throws DavRefusal {
        EntityTags.check(call, etag(call.path()), call.store().find(call.path()).isPresent());
        return this;
    }

    /** Refuse if something is locked, and the request does not show that it knows of it. */
    void requireUnlocked(ResourcePath path) throws DavRefusal {
        refuse(locksInTheWay(call.store().locks().covering(path)));
    }

    /** Refuse if something is locked, or anything below it, and the request does not show that it knows of it. */
    void requireAllUnlocked(ResourcePath path) throws DavRefusal {
        requireUnlocked(path);
        List<ResourceLock> below = call.store().locks().touching(path);
        refuse(below.stream().filter(lock -> !isShown(lock)).toList());
    }

    /** Refuse if a member may not be added to its collection, or taken from it, because of a lock. */
    void requireMembershipUnlocked(ResourcePath member) throws DavRefusal {
        requireUnlocked(member.parent());
    }

    private List<ResourceLock> locksInTheWay(List<ResourceLock> locks) {
        return locks.stream().anyMatch(this::isShown) ? List.of() : locks;
    }

    private boolean isShown(ResourceLock lock) {
        return tokens.contains(lock.token())
                && lock.principal().equals(call.home().address());
    }

    private void refuse(List<ResourceLock> locks) throws DavRefusal {
        if (!locks.isEmpty()) {
            ResourcePath locked = locks.get(0).path();
            throw DavRefusal.of(
                    423,
                    DAV.element("lock-token-submitted", call.hrefs().href(locked, false)),
                    locked + " is locked by " + locks.get(0).principal());
        }
    }
}

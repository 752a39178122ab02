package io.github.postfixture.mail.imap.search;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in a thread: a message, or a dummy for one that is referred to and was not found. */
final class ThreadNode {

    private final Optional<Candidate> message;
    private final Instant sentAt;
    private final Set<ThreadNode> children = new LinkedHashSet<>();
    private @Nullable ThreadNode parent;

    private ThreadNode(Optional<Candidate> message) {
        this.message = message;
        sentAt = message.map(Candidate::sentAt).orElse(Instant.EPOCH);
    }

    static ThreadNode of(Candidate message) {
        return new ThreadNode(Optional.of(message));
    }

    static ThreadNode dummy() {
        return new ThreadNode(Optional.empty());
    }

    Optional<Candidate> message() {
        return message;
    }

    boolean isDummy() {
        return message.isEmpty();
    }

    boolean isTop() {
        return parent == null;
    }

    boolean isIn(ThreadNode node) {
        return parent == node;
    }

    /** Return the children as they are now, in order. */
    List<ThreadNode> children() {
        return List.copyOf(children);
    }

    /** Return the subject of the message; of the first child, if this is a dummy. */
    BaseSubject subject() {
        return message.or(() -> children.iterator().next().message)
                .map(Candidate::subject)
                .orElse(new BaseSubject("", false));
    }

    /** Become the last child of a node, and of no other any more. */
    void moveTo(ThreadNode newParent) {
        detach();
        parent = newParent;
        newParent.children.add(this);
    }

    /** Let the parent have the children instead. */
    void dissolve() {
        ThreadNode heir = Objects.requireNonNull(parent, "the root cannot be dissolved");
        children().forEach(child -> child.moveTo(heir));
        detach();
    }

    /** Let what stands below dummies, however many of them, stand directly below this one, and remove the dummies. */
    void adoptBelowDummies() {
        Deque<ThreadNode> dummies = new ArrayDeque<>();
        children.stream().filter(ThreadNode::isDummy).forEach(dummies::add);
        while (!dummies.isEmpty()) {
            ThreadNode dummy = dummies.remove();
            for (ThreadNode child : dummy.children()) {
                if (child.isDummy()) {
                    dummies.add(child);
                } else {
                    child.moveTo(this);
                }
            }
            dummy.detach();
        }
    }

    void detach() {
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = null;
    }

    /** Return whether the node is this one, or stands somewhere above it; what has no children stands above nothing. */
    boolean isWithin(ThreadNode node) {
        ThreadNode above = node.children.isEmpty() && node != this ? null : this;
        while (above != null && above != node) {
            above = above.parent;
        }
        return above != null;
    }

    void sortChildren() {
        List<ThreadNode> sorted = children.stream().sorted(order()).toList();
        children.clear();
        children.addAll(sorted);
    }

    /** Compare by date, where a dummy has that of its first child, and then by number. */
    static Comparator<ThreadNode> order() {
        return Comparator.comparing(ThreadNode::date).thenComparing(ThreadNode::number);
    }

    private Instant date() {
        return first().sentAt;
    }

    private long number() {
        return first().message.map(candidate -> candidate.message().number()).orElse(0L);
    }

    private ThreadNode first() {
        return isDummy() && !children.isEmpty() ? children.iterator().next() : this;
    }
}

package io.github.postfixture.mail.imap.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in a thread: a message, or a dummy for one that is referred to and was not found. */
final class ThreadNode {

    private final Optional<Candidate> message;
    private final Instant sentAt;
    private final List<ThreadNode> children = new ArrayList<>();
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

    List<ThreadNode> children() {
        return children;
    }

    /** Return the subject of the message; of the first child, if this is a dummy. */
    BaseSubject subject() {
        return message.or(() -> children.get(0).message())
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
        List.copyOf(children).forEach(child -> child.moveTo(heir));
        detach();
    }

    void detach() {
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = null;
    }

    /** Return whether the node is this one, or stands somewhere above it. */
    boolean isWithin(ThreadNode node) {
        ThreadNode above = this;
        while (above != null && above != node) {
            above = above.parent;
        }
        return above != null;
    }

    void sortChildren() {
        children.sort(order());
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
        return isDummy() && !children.isEmpty() ? children.get(0) : this;
    }
}

package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mime.MessageIds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Threads of messages that refer to each other (RFC 5256, {@code REFERENCES}); the steps are numbered as there. */
final class ReferenceThreads {

    private static final int MOST_REFERENCES = 1000;

    private final Map<String, ThreadNode> byId = new LinkedHashMap<>();
    private final ThreadNode root = ThreadNode.dummy();

    private ReferenceThreads() {}

    static List<ThreadNode> of(List<Candidate> messages) {
        ReferenceThreads threads = new ReferenceThreads();
        threads.link(messages.stream().map(ThreadNode::of).toList());
        threads.prune();
        threads.sortTop();
        new SubjectMerging(threads.root).merge();
        threads.fromTheDeepest().forEach(ThreadNode::sortChildren);
        return threads.root.children();
    }

    /** Steps 1 and 2: tie the messages to what they refer to; what refers to nothing stands at the top. */
    private void link(List<ThreadNode> messages) {
        for (ThreadNode message : messages) {
            byId.merge(id(message), message, (first, again) -> first);
        }
        messages.forEach(this::linkToReferences);
        List<ThreadNode> all = new ArrayList<>(messages);
        byId.values().stream().filter(ThreadNode::isDummy).forEach(all::add);
        all.stream().filter(ThreadNode::isTop).forEach(node -> node.moveTo(root));
    }

    private void linkToReferences(ThreadNode message) {
        message.detach();
        ThreadNode last = root;
        for (String id : references(message.message().orElseThrow())) {
            ThreadNode next = byId.computeIfAbsent(id, unknown -> ThreadNode.dummy());
            if (last != root && next.isTop() && !last.isWithin(next)) {
                next.moveTo(last);
            }
            last = next;
        }
        if (last != root && !last.isWithin(message)) {
            message.moveTo(last);
        }
    }

    /** Step 3: remove what is a dummy, except for one at the top that holds several threads together. */
    private void prune() {
        fromTheDeepest().stream()
                .filter(node -> node != root && (!node.isDummy() || node.isIn(root)))
                .forEach(ThreadNode::adoptBelowDummies);
        root.children().stream()
                .filter(node -> node.isDummy() && node.children().size() < 2)
                .forEach(ThreadNode::dissolve);
    }

    /** Step 4. */
    private void sortTop() {
        root.children().stream().filter(ThreadNode::isDummy).forEach(ThreadNode::sortChildren);
        root.sortChildren();
    }

    /** Return all nodes but the root, children before their parents, and the root at the end. */
    private List<ThreadNode> fromTheDeepest() {
        List<ThreadNode> nodes = new ArrayList<>();
        Deque<ThreadNode> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            ThreadNode node = left.pop();
            nodes.add(node);
            node.children().forEach(left::push);
        }
        Collections.reverse(nodes);
        return nodes;
    }

    private static String id(ThreadNode message) {
        Candidate candidate = message.message().orElseThrow();
        List<String> ids = ids(candidate, "Message-ID");
        return ids.isEmpty() ? "number " + candidate.message().number() : ids.get(0);
    }

    private static List<String> references(Candidate message) {
        List<String> references = ids(message, "References");
        return references.isEmpty()
                ? ids(message, "In-Reply-To").stream().limit(1).toList()
                : references;
    }

    /** Return the ids in a field, all in the one spelling by which they are compared. */
    private static List<String> ids(Candidate message, String field) {
        return MessageIds.in(message.field(field).stream().toList()).stream()
                .map(id -> id.replaceAll("[<>\"]", ""))
                .limit(MOST_REFERENCES)
                .toList();
    }
}

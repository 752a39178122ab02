package io.github.postfixture.mail.imap.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Threads of messages with the same subject: all answer the first (RFC 5256, {@code ORDEREDSUBJECT}). */
final class SubjectThreads {

    private SubjectThreads() {}

    static List<ThreadNode> of(List<Candidate> messages) {
        Map<String, ThreadNode> threads = new LinkedHashMap<>();
        messages.stream().map(ThreadNode::of).sorted(ThreadNode.order()).forEach(node -> {
            ThreadNode first = threads.putIfAbsent(node.subject().text(), node);
            if (first != null) {
                node.moveTo(first);
            }
        });
        return new ArrayList<>(threads.values());
    }
}

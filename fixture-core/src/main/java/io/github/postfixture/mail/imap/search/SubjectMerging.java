package io.github.postfixture.mail.imap.search;

import java.util.HashMap;
import java.util.Map;

/** Puts threads with the same subject together: step 5 of RFC 5256, {@code REFERENCES}. */
final class SubjectMerging {

    private final ThreadNode root;
    private final Map<String, ThreadNode> bySubject = new HashMap<>();

    SubjectMerging(ThreadNode root) {
        this.root = root;
    }

    void merge() {
        root.children().forEach(this::enter);
        root.children().forEach(this::merge);
    }

    private void enter(ThreadNode thread) {
        bySubject.merge(thread.subject().text(), thread, SubjectMerging::better);
    }

    /** Return what others are to be merged with: rather a dummy, and rather what is no reply. */
    private static ThreadNode better(ThreadNode known, ThreadNode thread) {
        boolean first = known.subject().isReply() && !thread.subject().isReply();
        return !known.isDummy() && (thread.isDummy() || first) ? thread : known;
    }

    private void merge(ThreadNode thread) {
        String subject = thread.subject().text();
        ThreadNode known = bySubject.getOrDefault(subject, thread);
        if (subject.isEmpty() || known == thread) {
            return;
        }
        if (known.isDummy() && thread.isDummy()) {
            thread.children().forEach(child -> child.moveTo(known));
            thread.detach();
        } else if (known.isDummy()
                || (thread.subject().isReply() && !known.subject().isReply())) {
            thread.moveTo(known);
        } else {
            bySubject.put(subject, together(known, thread));
        }
    }

    private ThreadNode together(ThreadNode known, ThreadNode thread) {
        ThreadNode both = ThreadNode.dummy();
        both.moveTo(root);
        known.moveTo(both);
        thread.moveTo(both);
        return both;
    }
}

package io.github.postfixture.mail.imap.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

/** Threads as IMAP writes them (RFC 5256 section 4); however deep they are. */
final class ThreadText {

    private final StringBuilder text = new StringBuilder();
    private final Deque<Runnable> left = new ArrayDeque<>();
    private final ToLongFunction<SearchedMessage> shown;

    private ThreadText(ToLongFunction<SearchedMessage> shown) {
        this.shown = shown;
    }

    static String of(List<ThreadNode> threads, ToLongFunction<SearchedMessage> shown) {
        ThreadText writer = new ThreadText(shown);
        writer.nest(threads);
        while (!writer.left.isEmpty()) {
            writer.left.pop().run();
        }
        return writer.text.toString();
    }

    private void add(ThreadNode node) {
        List<ThreadNode> children = node.children();
        node.message().ifPresent(candidate -> text.append(shown.applyAsLong(candidate.message())));
        if (node.message().isPresent() && !children.isEmpty()) {
            text.append(' ');
        }
        if (children.size() == 1) {
            left.push(() -> add(children.get(0)));
        } else {
            nest(children);
        }
    }

    private void nest(List<ThreadNode> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            ThreadNode node = nodes.get(i);
            left.push(() -> text.append(')'));
            left.push(() -> add(node));
            left.push(() -> text.append('('));
        }
    }
}

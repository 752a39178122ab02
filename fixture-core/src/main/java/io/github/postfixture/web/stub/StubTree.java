package io.github.postfixture.web.stub;

import io.github.postfixture.web.request.HttpContent;
import io.github.postfixture.web.request.PathSegment;
import io.github.postfixture.web.request.PathTemplate;
import io.github.postfixture.web.request.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stubs with variables in their paths, found segment by segment: what is written out comes before variables. */
final class StubTree {

    private final Node root = new Node();

    StubShelf shelf(PathTemplate path) {
        Node node = root;
        for (PathSegment segment : path.segments()) {
            if (segment.isRest()) {
                return node.rest;
            }
            node = node.child(segment);
        }
        return node.end;
    }

    @Nullable
    Stub find(Request request) {
        return root.isEmpty() || !request.rawPath().startsWith("/")
                ? null
                : root.find(new Walk(request, List.of(PathTemplate.split(request.rawPath()))), 0);
    }

    private record Walk(Request request, List<String> path) {}

    private record Branch(PathSegment segment, Node node) {}

    private static final class Node {

        private final Map<String, Node> literals = new ConcurrentHashMap<>();
        private final List<Branch> variables = new CopyOnWriteArrayList<>();
        private final StubShelf end = new StubShelf();
        private final StubShelf rest = new StubShelf();

        boolean isEmpty() {
            return literals.isEmpty() && variables.isEmpty() && rest.isEmpty();
        }

        synchronized Node child(PathSegment segment) {
            if (segment.isLiteral()) {
                return literals.computeIfAbsent(segment.before(), text -> new Node());
            }
            return variables.stream()
                    .filter(branch -> branch.segment.before().equals(segment.before())
                            && branch.segment.after().equals(segment.after()))
                    .findFirst()
                    .orElseGet(() -> grow(segment))
                    .node;
        }

        private Branch grow(PathSegment segment) {
            Branch branch = new Branch(segment, new Node());
            int place = 0;
            while (place < variables.size() && written(variables.get(place).segment) >= written(segment)) {
                place++;
            }
            variables.add(place, branch);
            return branch;
        }

        private static int written(PathSegment segment) {
            return segment.before().length() + segment.after().length();
        }

        @Nullable
        Stub find(Walk walk, int at) {
            if (at == walk.path.size()) {
                return end.find(walk.request);
            }
            Stub found = findLiteral(walk, at);
            if (found == null) {
                found = findVariable(walk, at);
            }
            return found == null ? rest.find(walk.request) : found;
        }

        private @Nullable Stub findLiteral(Walk walk, int at) {
            Node node = literals.get(walk.path.get(at));
            if (node == null) {
                node = literals.get(HttpContent.decodePath(walk.path.get(at)));
            }
            return node == null ? null : node.find(walk, at + 1);
        }

        private @Nullable Stub findVariable(Walk walk, int at) {
            for (Branch branch : variables) {
                Stub found =
                        branch.segment.match(walk.path.get(at)).isPresent() ? branch.node.find(walk, at + 1) : null;
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }
}

package io.github.postfixture.web.site;

import java.util.List;
import java.util.Optional;

/** Trees on top of each other: the first that has something at a path shows through. */
record UnionTree(List<Tree> trees) implements Tree {

    @Override
    public Optional<Node> find(List<String> segments) {
        return trees.stream().flatMap(tree -> tree.find(segments).stream()).findFirst();
    }

    @Override
    public void close() {
        trees.forEach(Tree::close);
    }
}

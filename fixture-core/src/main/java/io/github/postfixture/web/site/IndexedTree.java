package io.github.postfixture.web.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents whose paths are all known from the start, and the folders that they are in. */
final class IndexedTree implements Tree {

    private final Map<String, Node> nodes;
    private final Instant changed;

    /**
     * Plant a tree.
     *
     * @param documents the documents by path, such as {@code /sub/page.html}
     * @param folders further paths of folders, each with a slash at its end
     * @param changed when the folders are said to have changed
     */
    IndexedTree(Map<String, Node.Document> documents, List<String> folders, Instant changed, boolean anyCase) {
        this.changed = changed;
        nodes = anyCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new LinkedHashMap<>();
        nodes.put("", folder(""));
        documents.forEach((path, document) -> {
            plantFoldersOf(path);
            nodes.put(path, document);
        });
        folders.forEach(this::plantFoldersOf);
    }

    /** Add the folders above a path, such as both of {@code /a/b/c}. */
    private void plantFoldersOf(String path) {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            nodes.putIfAbsent(path.substring(0, slash), folder(path.substring(0, slash)));
        }
    }

    private Node folder(String path) {
        return new Node.Folder(
                name(path),
                changed,
                () -> nodes.entrySet().stream()
                        .filter(entry -> isChild(entry.getKey(), path + "/"))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static boolean isChild(String path, String parent) {
        return path.startsWith(parent) && path.indexOf('/', parent.length()) < 0;
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<Node> find(List<String> segments) {
        return Optional.ofNullable(nodes.get(segments.isEmpty() ? "" : "/" + String.join("/", segments)));
    }
}

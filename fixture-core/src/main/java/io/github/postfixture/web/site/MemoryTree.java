package io.github.postfixture.web.site;

import io.github.postfixture.net.Octets;
import io.github.postfixture.web.jetty.Body;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents that are held in memory. */
final class MemoryTree implements Tree {

    private final Map<String, Node> nodes;

    /**
     * Plant a tree.
     *
     * @param documents the contents by path, such as {@code /sub/page.html}
     * @param changed when they are said to have changed
     */
    MemoryTree(Map<String, Octets> documents, Instant changed, boolean anyCase) {
        nodes = anyCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new LinkedHashMap<>();
        nodes.put("", folder("", changed));
        documents.forEach((path, content) -> plant(path, content, changed));
    }

    private void plant(String path, Octets content, Instant changed) {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            nodes.putIfAbsent(path.substring(0, slash), folder(path.substring(0, slash), changed));
        }
        nodes.put(path, new Node.Document(name(path), changed, Body.of(content)));
    }

    private Node folder(String path, Instant changed) {
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

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<Node> find(List<String> segments) {
        return Optional.ofNullable(nodes.get(segments.isEmpty() ? "" : "/" + String.join("/", segments)));
    }
}

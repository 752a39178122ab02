package io.github.postfixture.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The cells of a table in their places, each in all that it spans.
 *
 * @param head the rows that name the columns
 * @param body the other rows
 */
record TableModel(List<List<String>> head, List<List<String>> body) {

    static TableModel of(Element table) {
        List<Element> rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
        List<List<String>> texts = texts(rows);
        int heads = (int) rows.stream().takeWhile(TableModel::isOfHead).count();
        if (heads == 0 && !rows.isEmpty() && rows.get(0).select("> td").isEmpty()) {
            heads = 1;
        }
        return new TableModel(texts.subList(0, heads), texts.subList(heads, texts.size()));
    }

    /** Return a name for each column, which no other column has. */
    List<String> columns() {
        int width = Math.max(width(head), width(body));
        Set<String> columns = new LinkedHashSet<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < width; i++) {
            String name = head.isEmpty() ? Integer.toString(i + 1) : nameOf(i);
            columns.add(unused(name, columns, counts));
        }
        return List.copyOf(columns);
    }

    private String nameOf(int column) {
        Set<String> texts = new LinkedHashSet<>();
        head.stream().filter(row -> column < row.size()).forEach(row -> texts.add(row.get(column)));
        texts.remove("");
        return String.join(" ", texts);
    }

    private static String unused(String name, Set<String> used, Map<String, Integer> counts) {
        String numbered = name;
        while (used.contains(numbered)) {
            numbered = (name + " (" + counts.merge(name, 1, (count, one) -> count + 1) + ")").strip();
        }
        counts.putIfAbsent(name, 1);
        return numbered;
    }

    private static int width(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Return the rows group by group, as no cell reaches beyond its group. */
    private static List<List<String>> texts(List<Element> rows) {
        SpanningCells cells = new SpanningCells();
        Map<Element, List<Element>> groups =
                rows.stream().collect(groupingBy(Element::parent, LinkedHashMap::new, toList()));
        return groups.values().stream()
                .flatMap(group -> cells.rows(group).stream())
                .toList();
    }

    private static boolean isOfHead(Element row) {
        return row.parent() != null && row.parent().normalName().equals("thead");
    }
}

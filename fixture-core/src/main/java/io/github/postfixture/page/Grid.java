package io.github.postfixture.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/**
 * The cells of a table in their places, each in all that it spans.
 *
 * @param head the rows that name the columns
 * @param body the other rows
 */
record Grid(List<List<String>> head, List<List<String>> body) {

    private static final int WIDEST = 1000;

    static Grid of(Element table) {
        List<Element> rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
        List<List<String>> texts = texts(rows);
        int heads = (int) rows.stream()
                .takeWhile(row -> row.parent() != null && row.parent().is("thead"))
                .count();
        if (heads == 0 && !rows.isEmpty() && rows.get(0).select("> td").isEmpty()) {
            heads = 1;
        }
        return new Grid(texts.subList(0, heads), texts.subList(heads, texts.size()));
    }

    /** Return a name for each column, which no other column has. */
    List<String> columns() {
        int width = Math.max(width(head), width(body));
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = head.isEmpty() ? Integer.toString(i + 1) : nameOf(i);
            columns.add(unused(name, columns));
        }
        return List.copyOf(columns);
    }

    private String nameOf(int column) {
        Set<String> texts = new LinkedHashSet<>();
        head.stream().filter(row -> column < row.size()).forEach(row -> texts.add(row.get(column)));
        texts.remove("");
        return String.join(" ", texts);
    }

    private static String unused(String name, List<String> used) {
        String numbered = name;
        for (int i = 2; used.contains(numbered); i++) {
            numbered = (name + " (" + i + ")").strip();
        }
        return numbered;
    }

    private static int width(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private static List<List<String>> texts(List<Element> rows) {
        List<Map<Integer, String>> places = new ArrayList<>();
        rows.forEach(row -> places.add(new TreeMap<>()));
        for (int y = 0; y < rows.size(); y++) {
            int x = 0;
            for (Element cell : rows.get(y).select("> td, > th")) {
                x = free(places.get(y), x);
                int right = Math.min(WIDEST, x + span(cell, "colspan"));
                int bottom = Math.min(rows.size(), y + span(cell, "rowspan"));
                for (int row = y; row < bottom; row++) {
                    fill(places.get(row), x, right, textOf(cell));
                }
            }
        }
        return places.stream().map(Grid::line).toList();
    }

    private static int free(Map<Integer, String> row, int from) {
        int x = from;
        while (row.containsKey(x)) {
            x++;
        }
        return x;
    }

    private static void fill(Map<Integer, String> row, int from, int to, String text) {
        IntStream.range(from, to).forEach(x -> row.putIfAbsent(x, text));
    }

    private static List<String> line(Map<Integer, String> row) {
        int width = row.keySet().stream().mapToInt(x -> x + 1).max().orElse(0);
        return IntStream.range(0, width).mapToObj(x -> row.getOrDefault(x, "")).toList();
    }

    private static int span(Element cell, String attribute) {
        String span = cell.attr(attribute).strip();
        return span.matches("\\d{1,6}") ? Math.max(1, Math.min(WIDEST, Integer.parseInt(span))) : 1;
    }

    private static String textOf(Element cell) {
        String text = Words.normalised(cell.text());
        return text.isEmpty() ? Words.normalised(cell.select("[alt]").attr("alt")) : text;
    }
}

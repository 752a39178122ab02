package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a table into all the places that they span (HTML, algorithm for processing rows). */
final class SpanningCells {

    private static final int WIDEST = 1000;
    private static final int HIGHEST = 65534;
    private static final int MOST_PLACES = 1_000_000;

    private int places;

    /** What stands in a place, and in so many rows from this one on. */
    private record Cell(String text, int rows) {

        @Nullable
        Cell below() {
            return rows > 1 ? new Cell(text, rows - 1) : null;
        }
    }

    /** Return the texts of a group of rows. */
    List<List<String>> rows(List<Element> group) {
        List<List<String>> texts = new ArrayList<>();
        List<@Nullable Cell> above = List.of();
        for (Element row : group) {
            List<@Nullable Cell> line = line(row, above, group.size() - texts.size());
            texts.add(line.stream().map(cell -> cell == null ? "" : cell.text()).toList());
            above = below(line);
        }
        return texts;
    }

    private List<@Nullable Cell> line(Element row, List<@Nullable Cell> above, int rest) {
        List<@Nullable Cell> line = new ArrayList<>(above);
        int x = 0;
        for (Element cell : row.select("> td, > th")) {
            while (x < line.size() && line.get(x) != null) {
                x++;
            }
            int right = x + Math.max(1, Math.min(WIDEST, span(cell, "colspan")));
            fill(line, x, right, new Cell(textOf(cell), height(cell, rest)));
            x = right;
        }
        count(line.size());
        return line;
    }

    private void fill(List<@Nullable Cell> line, int from, int to, Cell cell) {
        for (int x = from; x < to; x++) {
            if (x == line.size()) {
                count(1);
                line.add(cell);
            } else if (line.get(x) == null) {
                line.set(x, cell);
            }
        }
    }

    private void count(int more) {
        places += more;
        if (places > MOST_PLACES) {
            throw FailureMessage.expected(
                            "a table of at most " + MOST_PLACES + " places for cells", "its cells span more")
                    .error();
        }
    }

    /** Return what reaches into the next row. */
    private static List<@Nullable Cell> below(List<@Nullable Cell> line) {
        List<@Nullable Cell> below = new ArrayList<>();
        for (int x = 0; x < line.size(); x++) {
            Cell cell = line.get(x);
            Cell next = cell == null ? null : cell.below();
            while (next != null && below.size() < x) {
                below.add(null);
            }
            if (next != null) {
                below.add(next);
            }
        }
        return below;
    }

    /** Return how many rows a cell spans; none means all that are left. */
    private static int height(Element cell, int rest) {
        int span = cell.hasAttr("rowspan") ? span(cell, "rowspan") : 1;
        return span == 0 ? rest : Math.min(rest, Math.max(1, Math.min(HIGHEST, span)));
    }

    /** Return the number that an attribute begins with, at most a million; -1 if it begins with none. */
    private static int span(Element cell, String attribute) {
        String digits = cell.attr(attribute).strip().replaceFirst("^\\+", "").replaceFirst("\\D.*+$", "");
        String number = digits.replaceFirst("^0++(?=.)", "");
        return number.isEmpty() ? -1 : number.length() > 6 ? 1_000_000 : Integer.parseInt(number);
    }

    private static String textOf(Element cell) {
        String text = ReadableText.normalised(cell.text());
        return text.isEmpty() ? ReadableText.normalised(cell.select("[alt]").attr("alt")) : text;
    }
}

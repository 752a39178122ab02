package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AssertProvider;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A table as a reader sees it. Immutable.
 *
 * <pre>{@code
 * assertThat(page).table("Orders")
 *         .hasColumns("Number", "Total")
 *         .row("4711").containsEntry("Total", "12.00");
 * }</pre>
 *
 * <p>The rows of the head, or a first row of {@code th} only, name the columns; without them, columns are called
 * {@code 1}, {@code 2} and so on. A cell that spans several places stands in each of them. Of columns of the same name,
 * the second is called {@code Name (2)}.
 */
public final class Table implements AssertProvider<TableAssert> {

    private static final String TABLE = "table:not([role=presentation], [role=none])";

    private final String name;
    private final Element table;
    private @Nullable Content content;

    /** What stands in it: the names of the columns, and each row by them. */
    private record Content(List<String> columns, List<Map<String, String>> rows) {

        static Content of(TableModel grid) {
            List<String> columns = grid.columns();
            return new Content(
                    columns,
                    grid.body().stream().map(cells -> row(columns, cells)).toList());
        }
    }

    private Table(String name, Element table) {
        this.name = name;
        this.table = table;
    }

    /** Return all tables that a reader sees as such, in the order of the markup. */
    static List<Table> in(Document document) {
        AccessibleName names = new AccessibleName(document);
        List<Table> tables = new ArrayList<>();
        String heading = "";
        for (Element element : document.select("h1, h2, h3, h4, h5, h6, " + TABLE)) {
            if (element.normalName().equals("table")) {
                tables.add(new Table(nameOf(element, names, heading), element));
            } else {
                heading = ReadableText.normalised(element.text());
            }
        }
        return tables;
    }

    /** Return what names it: its caption, its label, or else the heading before it; empty if there is none. */
    public String name() {
        return name;
    }

    /** Return the names of the columns. */
    public List<String> columns() {
        return content().columns();
    }

    /** Return the rows below the head: the text of each cell by the name of its column. */
    public List<Map<String, String>> rows() {
        return content().rows();
    }

    /**
     * Return the row in which a cell has this text.
     *
     * @param cell the whole text; runs of white space count as one space
     * @throws AssertionError if there is none, or several
     */
    public Map<String, String> row(String cell) {
        String wanted = ReadableText.normalised(cell);
        List<Map<String, String>> found =
                rows().stream().filter(row -> row.containsValue(wanted)).toList();
        if (found.size() != 1) {
            throw missing(
                    "one row with a cell \"" + cell + '"',
                    "row",
                    rows().stream().map(Map::values).toList());
        }
        return found.get(0);
    }

    /**
     * Return the text of each cell of a column, below the head.
     *
     * @throws AssertionError if no column has the name
     */
    public List<String> column(String column) {
        if (!columns().contains(column)) {
            throw missing("a column " + column, "column", columns());
        }
        return rows().stream().map(row -> row.getOrDefault(column, "")).toList();
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public TableAssert assertThat() {
        return new TableAssert(this);
    }

    /** Return the name and the size. */
    @Override
    public String toString() {
        String title = name.isEmpty() ? "table" : "table \"" + ReadableText.shortened(name, 60) + "\"";
        return title + " (" + rows().size() + " rows, " + columns().size() + " columns)";
    }

    private AssertionError missing(String wanted, String noun, Collection<?> found) {
        return FailureMessage.lacking(wanted, noun, found).on(this).error();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return Collections.unmodifiableMap(row);
    }

    private static String nameOf(Element table, AccessibleName names, String heading) {
        Element caption = table.selectFirst("> caption");
        String given = caption == null ? names.given(table) : ReadableText.normalised(caption.text());
        return given.isEmpty() ? heading : given;
    }

    private synchronized Content content() {
        if (content == null) {
            content = Content.of(TableModel.of(table));
        }
        return content;
    }
}

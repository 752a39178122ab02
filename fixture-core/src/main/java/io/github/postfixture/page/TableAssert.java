package io.github.postfixture.page;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.MapAssert;

/** Assertions on a {@link Table}. */
public class TableAssert extends AbstractExplainedAssert<TableAssert, Table> {

    TableAssert(Table actual) {
        super(actual, TableAssert.class);
    }

    /** Verify the names of the columns, in their order. */
    public TableAssert hasColumns(String... expected) {
        isNotNull();
        List<String> names = Arrays.asList(expected);
        if (!actual.columns().equals(names)) {
            throw differing("the columns", names, actual.columns());
        }
        return this;
    }

    /** Verify how many rows there are below the head. */
    public TableAssert hasRowCount(int expected) {
        isNotNull();
        if (actual.rows().size() != expected) {
            int found = actual.rows().size();
            throw failing(
                    FailureMessage.expected(
                                    Quantity.of(expected, "row"), found == 1 ? "there is 1" : "there are " + found)
                            .with("The rows are", cells()),
                    expected,
                    found);
        }
        return this;
    }

    /** Verify that a row has exactly these cells, in the order of the columns. */
    public TableAssert containsRow(String... cells) {
        isNotNull();
        List<String> wanted = Arrays.asList(cells);
        if (actual.rows().stream().noneMatch(row -> List.copyOf(row.values()).equals(wanted))) {
            throw lacking("the row " + wanted, "row", cells());
        }
        return this;
    }

    /** Verify that one row has a cell with this text, and go on with that row: its cells by the names of the columns. */
    public MapAssert<String, String> row(String cell) {
        isNotNull();
        return Assertions.assertThat(actual.row(cell)).as("row \"%s\" of %s", cell, actual);
    }

    /** Verify that there is a column of this name, and go on with its cells. */
    public ListAssert<String> column(String name) {
        isNotNull();
        return Assertions.assertThat(actual.column(name)).as("column \"%s\" of %s", name, actual);
    }

    /** Go on to the rows below the head: their cells by the names of the columns. */
    public ListAssert<Map<String, String>> rows() {
        isNotNull();
        return Assertions.assertThat(actual.rows()).as("rows of %s", actual);
    }

    private List<Collection<String>> cells() {
        return actual.rows().stream().map(Map::values).toList();
    }
}

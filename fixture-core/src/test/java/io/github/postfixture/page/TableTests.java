package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTests {

    private static final String ORDERS = """
            <table><caption>Orders</caption>
            <thead><tr><th>Number<th>Total</thead>
            <tbody><tr><td>4711<td> 12.00\u00a0<tr><th scope=row>4712<td><img src=x alt=free></tbody>
            <tfoot><tr><td>Sum<td>12.00</tfoot></table>""";

    @Nested
    class Reading {

        @Test
        void namesEachCellByItsColumn() {
            Table table = Html.of(ORDERS).table("Orders");

            assertThat(table.columns()).containsExactly("Number", "Total");
            assertThat(table.rows())
                    .containsExactly(
                            Map.of("Number", "4711", "Total", "12.00"),
                            Map.of("Number", "4712", "Total", "free"),
                            Map.of("Number", "Sum", "Total", "12.00"));
            assertThat(table).hasToString("table \"Orders\" (3 rows, 2 columns)");
        }

        @Test
        void takesAFirstRowOfHeadersAsTheHead() {
            Table table = Html.of("<table><tr><th>A<th>B<tr><td>1<td>2</table>").table();

            assertThat(table).hasColumns("A", "B").hasRowCount(1);
        }

        @Test
        void numbersColumnsWithoutAHead() {
            assertThat(Html.of("<table><tr><th>A<td>1<td>2</table>").table()).hasColumns("1", "2", "3");
        }

        @Test
        void putsACellWhereverItSpans() {
            Table table = Html.of("<table><thead><tr><th rowspan=2>Name<th colspan=2>Price<tr><th>net<th>gross</thead>"
                            + "<tr><td rowspan=2>x<td>1<td>2<tr><td colspan=9>3</table>")
                    .table();

            assertThat(table.columns()).startsWith("Name", "Price net", "Price gross");
            assertThat(table.column("Name")).containsExactly("x", "x");
            assertThat(table.column("Price gross")).containsExactly("2", "3");
        }

        @Test
        void tellsColumnsOfTheSameNameApart() {
            assertThat(Html.of("<table><tr><th>A<th>A<th><th><tr><td>1<td>2</table>")
                            .table())
                    .hasColumns("A", "A (2)", "", "(2)")
                    .column("A (2)")
                    .containsExactly("2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<h2>Orders</h2><table></table>",
                    "<table aria-label=Orders></table>",
                    "<h3 id=o>Orders</h3><h2>Other</h2><table aria-labelledby=o></table>",
                    "<h1>Shop</h1><div><h2> Orders </h2></div><p><div><table></table></div>",
                })
        void isFoundByWhatNamesIt(String markup) {
            assertThat(Html.of(markup).table("Orders")).hasRowCount(0).hasColumns();
        }

        @Test
        void isNotATableThatOnlyArranges() {
            assertThat(Html.of("<table role=presentation><tr><td><table><tr><td>in</table></table>")
                            .table())
                    .hasToString("table (1 rows, 1 columns)");
        }

        @Test
        void readsATableInATableApart() {
            Html html = Html.of("<table><tr><td>out<table><tr><td>a<td>b</table></table>");

            assertThat(html.tables())
                    .extracting(Table::toString)
                    .containsExactly("table (1 rows, 1 columns)", "table (1 rows, 2 columns)");
        }

        @Test
        void boundsWhatACellMaySpan() {
            assertThat(Html.of("<table><tr><td colspan=999999 rowspan=-1>x<td>y</table>")
                            .table()
                            .columns())
                    .hasSizeLessThanOrEqualTo(1001);
        }
    }

    @Nested
    class Assertions {

        private final Html html = Html.of(ORDERS);

        @Test
        void pass() {
            assertThat(html)
                    .table()
                    .hasColumns("Number", "Total")
                    .hasRowCount(3)
                    .containsRow("4711", "12.00");
            assertThat(html)
                    .table("Orders")
                    .row("4711")
                    .containsExactly(entry("Number", "4711"), entry("Total", "12.00"));
            assertThat(html).table("Orders").column("Number").containsExactly("4711", "4712", "Sum");
            assertThat(html).table("Orders").rows().hasSize(3);
            assertThat(html.table().row("4712")).isEqualTo(Map.of("Number", "4712", "Total", "free"));
        }

        @Test
        void listTheTables() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(html).table("Bills"))
                    .withMessage("""

                            Expecting:
                              markup "Orders Number Total 4711 12.00 4712 Sum 12.00"
                            to have one table named:
                              Bills
                            but the tables are:
                              table "Orders" (3 rows, 2 columns)""");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(Html.of("x")).table())
                    .withMessage("\nExpecting:\n  markup \"x\"\nto have one table\nbut had 0:\n  (none)");
        }

        @Test
        void listTheColumns() {
            assertFails(
                    table -> table.hasColumns("Number", "Price"),
                    "to have the columns:\n  Number\n  Price\nbut had:\n  Number\n  Total");
            assertFails(
                    table -> table.column("Price"),
                    "to have a column:\n  Price\nbut the columns are:\n  Number\n  Total");
        }

        @Test
        void listTheRows() {
            String rows = ":\n  [4711, 12.00]\n  [4712, free]\n  [Sum, 12.00]";
            assertFails(table -> table.hasRowCount(2), "to have so many rows:\n  2\nbut had" + rows);
            assertFails(
                    table -> table.containsRow("4711", "13.00"),
                    "to have the row:\n  [4711, 13.00]\nbut the rows are" + rows);
            assertFails(table -> table.row("12.00"), "to have one row with a cell:\n  12.00\nbut the rows are" + rows);
        }

        private void assertFails(Consumer<TableAssert> assertion, String reason) {
            ThrowingCallable call = () -> assertion.accept(assertThat(html.table()));
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(call)
                    .withMessage("\nExpecting:\n  table \"Orders\" (3 rows, 2 columns)\n" + reason);
        }
    }
}

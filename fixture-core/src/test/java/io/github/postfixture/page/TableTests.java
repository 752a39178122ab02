package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<tr><td rowspan=0>EU<td>12<tr><td>7|[{A=EU, B=12}, {A=EU, B=7}]",
                    "<tbody><tr><td rowspan=0>EU<td>12<tbody><tr><td>US<td>7|[{A=EU, B=12}, {A=US, B=7}]",
                    "<tbody><tr><td rowspan=9>EU<td>12<tfoot><tr><td>7|[{A=EU, B=12}, {A=7}]",
                    "<tr><td rowspan='+2px'>EU<td>12<tr><td>7|[{A=EU, B=12}, {A=EU, B=7}]",
                    "<tr><td rowspan=-1>EU<td>12<tr><td>7|[{A=EU, B=12}, {A=7}]",
                    "<tr><td rowspan=x>EU<td>12<tr><td>7|[{A=EU, B=12}, {A=7}]",
                    "<tr><td rowspan=70000>EU<td>12<tr><td>7|[{A=EU, B=12}, {A=EU, B=7}]",
                    "<tr><td colspan=0>1<td>2<tr><td colspan=' 02'>3|[{A=1, B=2}, {A=3, B=3}]",
                    "<tr><td>1<td rowspan=2>2<tr><td colspan=2>3|[{A=1, B=2}, {A=3, B=2}]",
                    "<tr><td>1<td rowspan=0>2<tr><tr>|[{A=1, B=2}, {A=, B=2}, {A=, B=2}]",
                })
        void letsACellReachAsFarAsABrowserDoes(String rows, String cells) {
            assertThat(Html.of("<table><thead><tr><th>A<th>B</thead>" + rows + "</table>")
                            .table()
                            .rows())
                    .hasToString(cells);
        }

        @Test
        void refusesATableOutOfAllProportion() {
            Html html = Html.of("<table><tr><td colspan=1000 rowspan=0>x" + "<tr>".repeat(1000) + "</table>");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> html.table().rows())
                    .withMessage("""
                        Expected a table of at most 1000000 places for cells but its cells span more.""");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<th>a",
                    "<td>1",
                    "<tr>",
                    "<tr><td>1",
                    "<table><tr><td>",
                    "<table></table><h2>a</h2>",
                    "<tr><td rowspan=9>",
                    "<tbody>"
                })
        @Timeout(60)
        void readsLargeTables(String piece) {
            Html html = Html.of("<table><tr>" + piece.repeat(400_000 / piece.length()));

            assertThat(html.tables().get(0).rows()).isNotNull();
            assertThat(html.tables().get(0).columns()).doesNotHaveDuplicates();
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
                        Expected one table named Bills but the only table is table "Orders" (3 rows, 2 columns).
                          markup "Orders Number Total 4711 12.00 4712 Sum 12.00\"""");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(Html.of("x")).table())
                    .withMessage("Expected one table but there are no tables.\n  markup \"x\"");
        }

        @Test
        void listTheColumns() {
            assertFails(
                    table -> table.hasColumns("Number", "Price"),
                    "Expected the columns to be Number, Price but were Number, Total.");
            assertFails(table -> table.column("Price"), "Expected a column Price but the columns are Number, Total.");
        }

        @Test
        void listTheRows() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(html.table()).hasRowCount(2))
                    .withMessage("""
                            Expected 2 rows but there are 3.
                              table "Orders" (3 rows, 2 columns)
                            The rows are:
                              [4711, 12.00]
                              [4712, free]
                              [Sum, 12.00]""");
            String rows = "but the rows are [4711, 12.00], [4712, free], [Sum, 12.00].";
            assertFails(table -> table.containsRow("4711", "13.00"), "Expected the row [4711, 13.00] " + rows);
            assertFails(table -> table.row("12.00"), "Expected one row with a cell \"12.00\" " + rows);
        }

        private void assertFails(Consumer<TableAssert> assertion, String reason) {
            ThrowingCallable call = () -> assertion.accept(assertThat(html.table()));
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(call)
                    .withMessage(reason + "\n  table \"Orders\" (3 rows, 2 columns)");
        }
    }
}

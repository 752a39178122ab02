package io.github.postfixture.html;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** A table of names and values, such as the fields of a header. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NameValueTable {

    private static final int MOST_ROWS = 500;

    private NameValueTable() {}

    /** Return the first 500 rows, those without a value left out, and how many more there are. */
    public static Markup of(List<Map.Entry<String, String>> rows) {
        int left = rows.size() - MOST_ROWS;
        Markup table = Markup.element("table")
                .holding(Markup.of(rows.stream()
                        .limit(MOST_ROWS)
                        .filter(row -> !row.getValue().isEmpty())
                        .map(NameValueTable::row)));
        Markup more = left <= 0 ? Markup.NONE : Markup.element("p", "note").text(left + " more are in the file");
        return Markup.element("div", "scroll").holding(table, more);
    }

    private static Markup row(Map.Entry<String, String> row) {
        return Markup.element("tr")
                .holding(
                        Markup.element("th").with("scope", "row").text(row.getKey()),
                        Markup.element("td").text(row.getValue()));
    }
}

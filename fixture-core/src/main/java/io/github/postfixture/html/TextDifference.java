package io.github.postfixture.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Two texts, line by line: what only one of them has, and where lines that stand in for each other differ. Of texts that
 * are too long to be compared, the lines between their common beginning and end count as different. Blanks and ends of
 * lines can be seen where nothing else differs.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TextDifference {

    private static final int MOST_COMPARISONS = 4_000_000;
    private static final int LINES_AROUND = 3;
    private static final int MOST_ROWS = 400;

    private final List<String> expected;
    private final List<String> actual;
    private final List<Row> rows = new ArrayList<>();

    private TextDifference(String expected, String actual) {
        this.expected = expected.lines().toList();
        this.actual = actual.lines().toList();
    }

    /** Return a table of what was expected and what there was. */
    public static Markup of(String expected, String actual) {
        TextDifference difference = isEqualByLine(expected, actual)
                ? new TextDifference(withVisibleEnds(expected), withVisibleEnds(actual))
                : new TextDifference(expected, actual);
        difference.compare();
        return difference.table();
    }

    private static boolean isEqualByLine(String expected, String actual) {
        return !expected.equals(actual)
                && expected.lines().toList().equals(actual.lines().toList());
    }

    private static String withVisibleEnds(String text) {
        return text.replace('\r', '\u240d').replace("\n", "\u240a\n");
    }

    private enum Side {
        BOTH("same"),
        EXPECTED("expected"),
        ACTUAL("actual");

        private final String title;

        Side(String title) {
            this.title = title;
        }
    }

    /**
     * A line of the table.
     *
     * @param other the line that stands in for this one on the other side; the same if there is none
     */
    private record Row(Side side, String line, String other) {}

    private void compare() {
        int begin = common(0, 1);
        int end = Math.min(common(-1, -1), Math.min(expected.size(), actual.size()) - begin);
        same(expected.subList(0, begin));
        compare(expected.subList(begin, expected.size() - end), actual.subList(begin, actual.size() - end));
        same(expected.subList(expected.size() - end, expected.size()));
    }

    /** Return how many lines are the same from the beginning, or from the end, on. */
    private int common(int first, int step) {
        int count = 0;
        while (count < Math.min(expected.size(), actual.size())
                && at(expected, first + step * count).equals(at(actual, first + step * count))) {
            count++;
        }
        return count;
    }

    private static String at(List<String> lines, int place) {
        return lines.get(place < 0 ? lines.size() + place : place);
    }

    private void same(List<String> lines) {
        lines.forEach(line -> rows.add(new Row(Side.BOTH, line, line)));
    }

    private void compare(List<String> left, List<String> right) {
        if ((long) left.size() * right.size() > MOST_COMPARISONS) {
            differ(left, right);
        } else {
            follow(left, right, lengths(left, right));
        }
    }

    /** Return how long the longest common subsequence is from each pair of places on. */
    private static int[][] lengths(List<String> left, List<String> right) {
        int[][] lengths = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                lengths[i][j] = left.get(i).equals(right.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private void follow(List<String> left, List<String> right, int[][] lengths) {
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (isSame(left, right, i, j)) {
                same(left.subList(i, i + 1));
                i++;
                j++;
            } else {
                int fromI = i;
                int fromJ = j;
                while ((i < left.size() || j < right.size()) && !isSame(left, right, i, j)) {
                    boolean leftIsLess =
                            j == right.size() || (i < left.size() && lengths[i + 1][j] >= lengths[i][j + 1]);
                    i += leftIsLess ? 1 : 0;
                    j += leftIsLess ? 0 : 1;
                }
                differ(left.subList(fromI, i), right.subList(fromJ, j));
            }
        }
    }

    private static boolean isSame(List<String> left, List<String> right, int i, int j) {
        return i < left.size() && j < right.size() && left.get(i).equals(right.get(j));
    }

    /** Add lines that one side has and the other has not; the first of one stands in for the first of the other. */
    private void differ(List<String> left, List<String> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i < left.size()) {
                rows.add(new Row(Side.EXPECTED, left.get(i), i < right.size() ? right.get(i) : left.get(i)));
            }
            if (i < right.size()) {
                rows.add(new Row(Side.ACTUAL, right.get(i), i < left.size() ? left.get(i) : right.get(i)));
            }
        }
    }

    private Markup table() {
        List<Markup> shown = new ArrayList<>();
        int folded = 0;
        for (int i = 0; i < rows.size() && shown.size() < MOST_ROWS; i++) {
            if (isNearADifference(i)) {
                shown.add(fold(folded));
                shown.add(row(rows.get(i)));
                folded = 0;
            } else {
                folded++;
            }
        }
        shown.add(fold(folded));
        Markup body = Markup.element("tbody").holding(Markup.of(shown));
        return Markup.element("div", "difference")
                .with("tabindex", 0)
                .holding(Markup.element("table")
                        .holding(Markup.element("caption").text("What was expected, and what there was"), body));
    }

    private boolean isNearADifference(int place) {
        return rows.subList(Math.max(0, place - LINES_AROUND), Math.min(rows.size(), place + LINES_AROUND + 1)).stream()
                .anyMatch(row -> row.side() != Side.BOTH);
    }

    private static Markup fold(int count) {
        return count == 0
                ? Markup.NONE
                : Markup.element("tr", "note")
                        .holding(
                                Markup.element("th").with("scope", "row").text(Side.BOTH.title),
                                Markup.element("td").text("(" + count + (count == 1 ? " line)" : " lines)")));
    }

    private static Markup row(Row row) {
        return Markup.element("tr", row.side().name().toLowerCase(Locale.ROOT))
                .holding(side(row.side()), Markup.element("td").holding(line(row)));
    }

    private static Markup side(Side side) {
        return side == Side.BOTH
                ? Markup.element("td").holding()
                : Markup.element("th").with("scope", "row").text(side.title);
    }

    /** Mark what lies between the beginning and the end that the two lines have in common. */
    private static Markup line(Row row) {
        if (row.line().equals(row.other())) {
            return Markup.lines(row.line());
        }
        int begin = commonBeginning(row.line(), row.other());
        int end = commonEnd(row.line(), row.other(), begin);
        String name = row.side() == Side.EXPECTED ? "del" : "ins";
        return Markup.of(
                Markup.lines(row.line().substring(0, begin)),
                Markup.element(name)
                        .holding(Markup.lines(marked(
                                row, row.line().substring(begin, row.line().length() - end)))),
                Markup.lines(row.line().substring(row.line().length() - end)));
    }

    /** Return the part that differs; where nothing but blanks does, blanks as something that can be seen. */
    private static String marked(Row row, String part) {
        return withoutBlanks(row.line()).equals(withoutBlanks(row.other()))
                ? part.replace(' ', '\u00b7').replace('\t', '\u21e5').replace('\u00a0', '\u237d')
                : part;
    }

    private static String withoutBlanks(String line) {
        return line.replace(" ", "").replace("\t", "").replace("\u00a0", "");
    }

    private static int commonBeginning(String one, String other) {
        int count = 0;
        while (count < Math.min(one.length(), other.length()) && one.charAt(count) == other.charAt(count)) {
            count++;
        }
        return count > 0 && Character.isHighSurrogate(one.charAt(count - 1)) ? count - 1 : count;
    }

    private static int commonEnd(String one, String other, int begin) {
        int most = Math.min(one.length(), other.length()) - begin;
        int count = 0;
        while (count < most && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
            count++;
        }
        return count > 0 && Character.isLowSurrogate(one.charAt(one.length() - count)) ? count - 1 : count;
    }
}

package io.github.postfixture.ical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads components, without recursion, as hostile input is nested at will. */
final class ComponentReader {

    private static final int DEEPEST = 32;
    private static final int MOST_FINDINGS = 100;

    private final LogicalLines lines;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Integer> openNames = new HashMap<>();
    private final List<Component> components = new ArrayList<>();
    private final List<SyntaxFinding> findings = new ArrayList<>();
    private int tooDeep;

    ComponentReader(byte[] raw) {
        lines = new LogicalLines(raw, (number, remark) -> find(new SyntaxFinding(number, remark)));
    }

    ComponentStream read() {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get());
        }
        while (!open.isEmpty()) {
            find(new SyntaxFinding(open.peek().number, "BEGIN:" + open.peek().name + " is not closed"));
            close();
        }
        return new ComponentStream(components, findings);
    }

    private void read(String text) {
        if (text.isBlank()) {
            return;
        }
        ContentLine.read(text, lines.number())
                .ifPresentOrElse(this::read, () -> find("has no colon, and is passed over", text));
    }

    private void read(ContentLine line) {
        if (line.isNamed("BEGIN")) {
            begin(line.value().strip());
        } else if (line.isNamed("END")) {
            end(line.value().strip());
        } else if (tooDeep == 0) {
            add(line);
        }
    }

    private void begin(String name) {
        if (open.size() == DEEPEST) {
            passOver(name);
            return;
        }
        open.push(new Open(name, lines.number()));
        openNames.merge(key(name), 1, Integer::sum);
    }

    private void passOver(String name) {
        if (tooDeep == 0) {
            find("is nested deeper than " + DEEPEST + " components, and is passed over", name);
        }
        tooDeep++;
    }

    private void end(String name) {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (!openNames.containsKey(key(name))) {
            find("ends what does not begin", name);
            return;
        }
        while (!open.peek().name.equalsIgnoreCase(name)) {
            find(new SyntaxFinding(
                    open.peek().number,
                    "BEGIN:" + open.peek().name + " is not closed before END:" + name + " in line " + lines.number()));
            close();
        }
        close();
    }

    private void close() {
        Open closed = open.pop();
        openNames.computeIfPresent(key(closed.name), (name, count) -> count == 1 ? null : count - 1);
        Component component = new Component(closed.name, closed.properties, closed.components, closed.number);
        (open.isEmpty() ? components : open.peek().components).add(component);
    }

    private void add(ContentLine line) {
        if (open.isEmpty()) {
            find("stands outside of a component", line.text());
            return;
        }
        if (line.isQuoteOpen()) {
            find("has a quote that is not closed", line.text());
        }
        if (!isName(line.name())) {
            find("has a name with characters that no name has", line.text());
        }
        open.peek().properties.add(line);
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private void find(String detail, String excerpt) {
        find(SyntaxFinding.at(lines.number(), detail, excerpt));
    }

    private void find(SyntaxFinding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    /** A component whose end was not read yet. */
    private static final class Open {

        private final String name;
        private final int number;
        private final List<ContentLine> properties = new ArrayList<>();
        private final List<Component> components = new ArrayList<>();

        Open(String name, int number) {
            this.name = name;
            this.number = number;
        }
    }
}

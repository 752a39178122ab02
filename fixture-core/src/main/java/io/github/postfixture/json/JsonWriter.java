package io.github.postfixture.json;

import java.util.Collection;
import java.util.function.Consumer;

/** Writes a JSON value as text. */
final class JsonWriter {

    private final StringBuilder text = new StringBuilder();
    private final boolean isIndented;
    private int depth;

    private JsonWriter(boolean isIndented) {
        this.isIndented = isIndented;
    }

    static String compact(Json json) {
        return new JsonWriter(false).written(json);
    }

    static String indented(Json json) {
        return new JsonWriter(true).written(json);
    }

    private String written(Json json) {
        write(json);
        return text.toString();
    }

    private void write(Json json) {
        if (json.isObject()) {
            all('{', json.members().entrySet(), member -> member(member.getKey(), member.getValue()), '}');
        } else if (json.isArray()) {
            all('[', json.items(), this::write, ']');
        } else if (json.isText()) {
            Stringed.quote(json.text(), text);
        } else {
            text.append(json.value());
        }
    }

    private void member(String name, Json value) {
        Stringed.quote(name, text);
        text.append(isIndented ? ": " : ":");
        write(value);
    }

    private <T> void all(char open, Collection<T> elements, Consumer<T> writing, char close) {
        text.append(open);
        depth++;
        String separator = "";
        for (T element : elements) {
            text.append(separator);
            newLine();
            writing.accept(element);
            separator = ",";
        }
        depth--;
        if (!elements.isEmpty()) {
            newLine();
        }
        text.append(close);
    }

    private void newLine() {
        if (isIndented) {
            text.append('\n').append("  ".repeat(depth));
        }
    }
}

package io.github.postfixture.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * One control of a form, or one option of a select.
 *
 * @param label what a reader sees of an option or a button
 * @param sent whether the form would send it now
 */
record Field(Kind kind, String name, String value, String label, boolean sent) {

    /** What a reader can do with a field. */
    enum Kind {
        TEXT,
        /** Text that a reader sees and cannot change. */
        READ_ONLY,
        HIDDEN,
        /** One of several that exclude each other. */
        CHOICE,
        /** On or off, whatever the others of its name are. */
        BOX,
        /** A place for one file. */
        FILE,
        /** A place for any number of files. */
        FILES
    }

    static List<Field> of(Element control) {
        return switch (control.normalName()) {
            case "select" -> options(control);
            case "textarea" -> List.of(text(control, control.wholeText()));
            case "input" -> input(control);
            default -> List.of();
        };
    }

    boolean isChosen() {
        return kind == Kind.CHOICE || kind == Kind.BOX;
    }

    boolean isForFiles() {
        return kind == Kind.FILE || kind == Kind.FILES;
    }

    boolean answersTo(String wanted) {
        return value.equals(wanted) || (!label.isEmpty() && label.equals(ReadableText.normalised(wanted)));
    }

    Field sent(boolean now) {
        return new Field(kind, name, value, label, now);
    }

    Field value(String now) {
        return new Field(kind, name, now, label, true);
    }

    private static List<Field> input(Element input) {
        String name = input.attr("name");
        return switch (input.attr("type").toLowerCase(Locale.ROOT)) {
            case "submit", "image", "button", "reset" -> List.of();
            case "file" -> List.of(new Field(input.hasAttr("multiple") ? Kind.FILES : Kind.FILE, name, "", "", true));
            case "hidden" -> List.of(new Field(Kind.HIDDEN, name, input.attr("value"), "", true));
            case "checkbox" -> List.of(tick(Kind.BOX, input));
            case "radio" -> List.of(tick(Kind.CHOICE, input));
            default -> List.of(text(input, input.attr("value")));
        };
    }

    private static Field text(Element control, String value) {
        return new Field(
                control.hasAttr("readonly") ? Kind.READ_ONLY : Kind.TEXT, control.attr("name"), value, "", true);
    }

    private static Field tick(Kind kind, Element input) {
        String value = input.hasAttr("value") ? input.attr("value") : "on";
        return new Field(kind, input.attr("name"), value, "", input.hasAttr("checked"));
    }

    private static List<Field> options(Element select) {
        Kind kind = select.hasAttr("multiple") ? Kind.BOX : Kind.CHOICE;
        List<Field> fields = new ArrayList<>();
        for (Element option : select.select("option:not([disabled], optgroup[disabled] option)")) {
            String label = ReadableText.normalised(option.text());
            String value = option.hasAttr("value") ? option.attr("value") : label;
            fields.add(new Field(kind, select.attr("name"), value, label, option.hasAttr("selected")));
        }
        boolean isList = kind == Kind.BOX || select.attr("size").matches("0*([2-9]|[1-9]\\d+)");
        return isList ? fields : withOneChosen(fields);
    }

    /** A single choice shows the last option that is marked, or else the first of all. */
    private static List<Field> withOneChosen(List<Field> options) {
        int chosen = 0;
        for (int i = 0; i < options.size(); i++) {
            chosen = options.get(i).sent() ? i : chosen;
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            fields.add(options.get(i).sent(i == chosen));
        }
        return fields;
    }
}

package io.github.postfixture.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * A form as a reader fills it in. Immutable: filling returns a new form.
 *
 * <pre>{@code
 * Page welcome = page.form()
 *         .fill("user", "alice")
 *         .fill("remember", "on")
 *         .submit("Log in");
 * }</pre>
 *
 * <p>Sends what a browser would: hidden fields, marked boxes and options, no disabled controls. Files are not sent.
 */
public final class Form {

    private final FormElement element;
    private final Supplier<Walk> walk;
    private final List<Button> buttons;
    private final List<Field> fields;

    private Form(FormElement element, Supplier<Walk> walk, List<Button> buttons, List<Field> fields) {
        this.element = element;
        this.walk = walk;
        this.buttons = buttons;
        this.fields = fields;
    }

    static Form of(FormElement element, Document document, Supplier<Walk> walk) {
        Controls controls = Controls.of(element, document);
        return new Form(element, walk, controls.buttons(), controls.fields());
    }

    /**
     * Fill in a field: write into a text field, mark the box or the radio button with this value, or choose the
     * option with this value or text.
     *
     * @param value the value; {@code on} for a box that has none of its own
     * @throws AssertionError if no field has the name, or it has no such choice
     */
    public Form fill(String name, String value) {
        List<Field> named =
                fields.stream().filter(field -> field.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw missing("a field named", name, "fields", fieldLines(fields));
        }
        return named.stream().anyMatch(Field::isChosen) ? choose(name, value, named) : write(value, named);
    }

    /**
     * Empty the text fields of this name, and unmark its boxes and choices.
     *
     * @throws AssertionError if no field has the name
     */
    public Form clear(String name) {
        if (fields.stream().noneMatch(field -> field.name().equals(name))) {
            throw missing("a field named", name, "fields", fieldLines(fields));
        }
        return with(field -> field.name().equals(name) ? cleared(field) : field);
    }

    /** Return what would be sent now, apart from the button: the values of each name, in order. */
    public Map<String, List<String>> fields() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Submission.Entry entry : entries()) {
            values.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry.value());
        }
        return values;
    }

    /**
     * Send the form as if by the Enter key: with its first button, if it has one.
     *
     * @throws AssertionError if there is no answer within 10 seconds
     */
    public Page submit() {
        return submit(buttons.stream().findFirst());
    }

    /**
     * Send the form by a button.
     *
     * @param button its text, or else its name
     * @throws AssertionError if there is no such button, or no answer within 10 seconds
     */
    public Page submit(String button) {
        Optional<Button> found =
                buttons.stream().filter(each -> each.answersTo(button)).findFirst();
        if (found.isEmpty()) {
            throw missing(
                    "a button",
                    button,
                    "buttons",
                    buttons.stream().map(Button::label).toList());
        }
        return submit(found);
    }

    /** Return the method, the action and the names of the fields. */
    @Override
    public String toString() {
        String names = fields.stream().map(Field::name).distinct().collect(Collectors.joining(", "));
        return "form " + element.attr("id") + "(" + names + ") -> " + attribute("method", Map.of(), "get") + " "
                + action(Map.of());
    }

    private Page submit(Optional<Button> button) {
        Map<String, String> overrides = button.map(Button::overrides).orElse(Map.of());
        List<Submission.Entry> entries = new ArrayList<>(entries());
        button.ifPresent(
                pressed -> pressed.entries().forEach((name, value) -> entries.add(new Submission.Entry(name, value))));
        Submission submission = new Submission(
                action(overrides), attribute("method", overrides, "get"), attribute("enctype", overrides, ""), entries);
        return walk.get().send(submission.request());
    }

    private List<Submission.Entry> entries() {
        return fields.stream()
                .filter(Field::sent)
                .map(field -> new Submission.Entry(field.name(), field.value()))
                .toList();
    }

    private URI action(Map<String, String> overrides) {
        return References.resolve(References.parse(element.baseUri()), attribute("action", overrides, ""));
    }

    private String attribute(String name, Map<String, String> overrides, String otherwise) {
        String own = element.hasAttr(name) ? element.attr(name) : otherwise;
        return overrides.getOrDefault("form" + name, own);
    }

    private Form choose(String name, String value, List<Field> named) {
        Predicate<Field> wanted = field -> field.isChosen() && field.answersTo(value);
        Optional<Field> found = named.stream().filter(wanted).findFirst();
        if (found.isEmpty()) {
            List<String> choices =
                    named.stream().filter(Field::isChosen).map(Field::value).toList();
            throw missing("a choice of " + name, value, "choices", choices);
        }
        return with(field -> !named.contains(field) ? field : chosen(field, found.get()));
    }

    private static Field chosen(Field field, Field chosen) {
        if (field.equals(chosen)) {
            return field.sent(true);
        }
        return field.kind() == Field.Kind.CHOICE ? field.sent(false) : field;
    }

    private Form write(String value, List<Field> named) {
        Field target = named.stream()
                .filter(field -> field.kind() == Field.Kind.TEXT)
                .findFirst()
                .orElse(named.get(0));
        List<Field> filled = new ArrayList<>(fields);
        filled.set(filled.indexOf(target), target.value(value));
        return new Form(element, walk, buttons, List.copyOf(filled));
    }

    private static Field cleared(Field field) {
        if (field.isChosen()) {
            return field.sent(false);
        }
        return field.kind() == Field.Kind.TEXT ? field.value("") : field;
    }

    private Form with(UnaryOperator<Field> change) {
        return new Form(element, walk, buttons, fields.stream().map(change).toList());
    }

    private AssertionError missing(String what, String wanted, String kind, List<String> found) {
        String lines = found.isEmpty() ? "none" : String.join("\n  ", found);
        return new AssertionError("%nExpecting:%n  %s%nto have %s:%n  %s%nbut the %s are:%n  %s"
                .formatted(this, what, wanted, kind, lines));
    }

    private static List<String> fieldLines(List<Field> fields) {
        return fields.stream().map(Field::name).distinct().toList();
    }
}

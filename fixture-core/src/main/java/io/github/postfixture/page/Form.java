package io.github.postfixture.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page, as a reader fills it in. What is not filled in keeps the value that the page gave it, hidden
 * fields included. Not safe for use by several threads.
 */
public final class Form {

    private static final String FIELDS = "input[name], select[name], textarea[name]";

    private final FormElement element;
    private final Walk walk;

    Form(FormElement element, Walk walk) {
        this.element = element.clone();
        this.walk = walk;
        // A clone forgets which controls it owns.
        this.element.select(FIELDS + ", button[name]").forEach(this.element::addElement);
    }

    /** Return the names of the fields, in order. */
    public List<String> fields() {
        return fieldElements(field -> true).stream()
                .map(field -> field.attr("name"))
                .distinct()
                .toList();
    }

    /** Return the value of a field, as it would be submitted; empty if it would not be. */
    public Optional<String> value(String field) {
        requireField(field);
        return element.formData().stream()
                .filter(entry -> entry.key().equals(field))
                .map(KeyVal::value)
                .findFirst();
    }

    /**
     * Fill in a text field or text area, choose the option of a select or a radio button with that value, or check
     * the checkbox with that value.
     *
     * @return this form
     * @throws AssertionError if there is no such field, or it has no such choice; it says which there are
     */
    public Form fill(String field, String value) {
        for (Element control : requireField(field)) {
            if (control.normalName().equals("select")) {
                choose(control, "option", "selected", value);
                return this;
            }
            if (!isChoice(control)) {
                control.val(value);
                return this;
            }
        }
        choose(element, "input[name=\"" + field + "\"]", "checked", value);
        return this;
    }

    /** Uncheck a checkbox. */
    public Form uncheck(String field) {
        requireField(field).forEach(control -> control.removeAttr("checked"));
        return this;
    }

    /**
     * Submit the form with its first submit button.
     *
     * @throws AssertionError if the page that answers cannot be opened
     */
    public Page submit() {
        return submit(element.select("button[type=submit], button:not([type]), input[type=submit]")
                .first());
    }

    /**
     * Submit the form with the submit button of that text.
     *
     * @throws AssertionError if there is no such button, or the page that answers cannot be opened
     */
    public Page submit(String button) {
        return submit(element.select("button, input[type=submit]").stream()
                .filter(candidate -> label(candidate).equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Expecting a button:\n  " + button + "\nbut the elements are:\n" + Outline.of(element))));
    }

    private Page submit(@Nullable Element button) {
        String data = encoded(button);
        String target = element.absUrl("action");
        URI action = URI.create(target.isEmpty() ? element.baseUri() : target);
        if (element.attr("method").toUpperCase(Locale.ROOT).equals("POST")) {
            return walk.post(action, data);
        }
        String query = data.isEmpty() ? "" : "?" + data;
        return walk.get(URI.create(action.toString().split("[?#]", 2)[0] + query));
    }

    private String encoded(@Nullable Element button) {
        String data = element.formData().stream()
                .filter(entry -> !isButton(entry.key()))
                .map(entry -> pair(entry.key(), entry.value()))
                .collect(Collectors.joining("&"));
        if (button == null || button.attr("name").isEmpty()) {
            return data;
        }
        return (data.isEmpty() ? "" : data + "&") + pair(button.attr("name"), button.attr("value"));
    }

    private boolean isButton(String name) {
        return fieldElements(field -> field.attr("name").equals(name)).isEmpty();
    }

    private List<Element> requireField(String name) {
        List<Element> found = fieldElements(field -> field.attr("name").equals(name));
        if (found.isEmpty()) {
            throw new AssertionError(
                    "Expecting a form field:\n  " + name + "\nbut the fields are:\n" + Outline.lines(fields()));
        }
        return found;
    }

    private List<Element> fieldElements(Predicate<Element> wanted) {
        return element.select(FIELDS).stream()
                .filter(field -> !field.attr("type").equalsIgnoreCase("submit"))
                .filter(wanted)
                .toList();
    }

    private static void choose(Element within, String options, String mark, String value) {
        List<Element> choices = within.select(options);
        Element chosen = choices.stream()
                .filter(choice -> choiceValue(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expecting a choice:\n  " + value + "\nbut the choices are:\n"
                        + Outline.lines(choices.stream().map(Form::choiceValue).toList())));
        if (!chosen.attr("type").equalsIgnoreCase("checkbox")) {
            choices.forEach(choice -> choice.removeAttr(mark));
        }
        chosen.attr(mark, true);
    }

    private static String choiceValue(Element choice) {
        if (choice.hasAttr("value")) {
            return choice.attr("value");
        }
        return choice.normalName().equals("option") ? choice.text() : "on";
    }

    private static boolean isChoice(Element control) {
        String type = control.attr("type").toLowerCase(Locale.ROOT);
        return type.equals("radio") || type.equals("checkbox");
    }

    private static String label(Element button) {
        return button.normalName().equals("button") ? button.text() : button.attr("value");
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

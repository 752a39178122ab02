package io.github.postfixture.page;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AssertProvider;
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
 * <p>Sends what a browser would: hidden fields, marked boxes and options, chosen files, no disabled controls. What a
 * browser checks before it sends ({@code required}, {@code pattern}, {@code maxlength}) is not checked, so that a test
 * reaches what the server checks.
 */
public final class Form implements AssertProvider<FormAssert> {

    private final FormElement element;
    private final Navigator way;
    private final FormData filling;

    private Form(FormElement element, Navigator way, FormData filling) {
        this.element = element;
        this.way = way;
        this.filling = filling;
    }

    static Form of(FormElement element, Document document, Navigator way) {
        Controls controls = Controls.of(element, document);
        String id = element.id().isEmpty() ? "" : "#" + element.id();
        String target = method(element) + " " + action(element, Map.of());
        String form = "form" + id + " (" + String.join(", ", controls.names()) + ") \u2192 " + target.strip();
        return new Form(element, way, new FormData(form, controls, controls.fields(), Map.of()));
    }

    /**
     * Fill in a field: write into a text field, mark the box or the radio button with this value, or choose the
     * option with this value or text.
     *
     * @param value the value; {@code on} for a box that has none of its own
     * @throws AssertionError if no field has the name, it cannot be changed, or it has no such choice
     */
    public Form fill(String name, String value) {
        return with(filling.fill(name, value));
    }

    /**
     * Choose a file, beside those that are chosen if the field takes several, and in place of it otherwise.
     *
     * @throws AssertionError if no field for files has the name
     * @throws IllegalArgumentException if the file does not exist
     */
    public Form attach(String name, Path file) {
        return with(filling.attach(name, Upload.of(file)));
    }

    /**
     * Choose a file that exists nowhere, beside those that are chosen if the field takes several, and in place of it
     * otherwise.
     *
     * @throws AssertionError if no field for files has the name
     */
    public Form attach(String name, String fileName, String contentType, byte[] content) {
        return with(filling.attach(name, Upload.of(fileName, contentType, content)));
    }

    /**
     * Empty the text fields of this name, and unmark its boxes, choices and files.
     *
     * @throws AssertionError if no field has the name
     */
    public Form clear(String name) {
        return with(filling.clear(name));
    }

    /** Return what would be sent now, apart from the button: the values of each name, in order; of files their names. */
    public Map<String, List<String>> fields() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Submission.Entry entry : filling.entries()) {
            values.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry.value());
        }
        return values;
    }

    /** Return what stands on the buttons that send the form. */
    public List<String> buttons() {
        return filling.controls().buttons().stream().map(Button::label).toList();
    }

    /** Return where the form is sent; relative only if the markup it stands in has no address. */
    public URI action() {
        return action(element, Map.of());
    }

    /** Return {@code get} or {@code post}. */
    public String method() {
        return method(element);
    }

    /**
     * Send the form as if by the Enter key: with its first button, if it has one.
     *
     * @throws AssertionError if there is no answer within 10 seconds
     */
    public Page submit() {
        return submit(filling.controls().buttons().stream().findFirst());
    }

    /**
     * Send the form by a button.
     *
     * @param button its text, or else its name
     * @throws AssertionError if there is no such button, or no answer within 10 seconds
     */
    public Page submit(String button) {
        Optional<Button> found = filling.controls().buttons().stream()
                .filter(each -> each.answersTo(button))
                .findFirst();
        if (found.isEmpty()) {
            throw filling.missing("a button " + button, "button", buttons());
        }
        return submit(found);
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public FormAssert assertThat() {
        return new FormAssert(this);
    }

    /** Return the method, the action and the names of the fields. */
    @Override
    public String toString() {
        return filling.form();
    }

    List<String> names() {
        return filling.controls().names();
    }

    private Form with(FormData filled) {
        return new Form(element, way, filled);
    }

    private Page submit(Optional<Button> button) {
        Map<String, String> overrides = button.map(Button::overrides).orElse(Map.of());
        List<Submission.Entry> entries = new ArrayList<>(filling.entries());
        button.ifPresent(
                pressed -> pressed.entries().forEach((name, value) -> entries.add(new Submission.Entry(name, value))));
        Submission submission = new Submission(
                action(element, overrides), attribute("method", overrides), attribute("enctype", overrides), entries);
        return way.go(submission.request());
    }

    private String attribute(String name, Map<String, String> overrides) {
        return overrides.getOrDefault("form" + name, element.attr(name)).strip().toLowerCase(Locale.ROOT);
    }

    private static String method(FormElement form) {
        return form.attr("method").strip().equalsIgnoreCase("post") ? "post" : "get";
    }

    private static URI action(FormElement form, Map<String, String> overrides) {
        String reference = overrides.getOrDefault("formaction", form.attr("action"));
        return ReferenceParser.resolve(ReferenceParser.parse(form.baseUri()), reference);
    }
}

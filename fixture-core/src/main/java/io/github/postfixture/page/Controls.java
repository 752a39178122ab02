package io.github.postfixture.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The controls of a form, in the order of the markup, wherever in it they stand.
 *
 * @param fields those that a reader can use and that have a name
 * @param disabled the names of those that a reader cannot use
 */
record Controls(List<Field> fields, List<Button> buttons, List<String> disabled) {

    private static final String ALL = "input, select, textarea, button";

    static Controls of(FormElement form, Document document) {
        Set<Element> inside = Set.copyOf(form.elements());
        List<Element> controls = document.select(ALL).stream()
                .filter(control -> belongs(control, form, inside))
                .toList();
        List<Element> enabled =
                controls.stream().filter(control -> !isDisabled(control)).toList();
        return new Controls(
                enabled.stream()
                        .flatMap(control -> Field.of(control).stream())
                        .filter(field -> !field.name().isEmpty())
                        .toList(),
                enabled.stream().map(Button::of).flatMap(Optional::stream).toList(),
                controls.stream()
                        .filter(Controls::isDisabled)
                        .map(control -> control.attr("name"))
                        .toList());
    }

    /** Return the names of the fields, each once. */
    List<String> names() {
        return fields.stream().map(Field::name).distinct().toList();
    }

    private static boolean belongs(Element control, FormElement form, Set<Element> inside) {
        if (control.hasAttr("form")) {
            return !form.id().isEmpty() && control.attr("form").equals(form.id());
        }
        return inside.contains(control) || form.equals(control.closest("form"));
    }

    /** Tell whether the control is disabled, or stands in a disabled fieldset and not in the legend of that. */
    private static boolean isDisabled(Element control) {
        return control.hasAttr("disabled")
                || control.parents().stream()
                        .filter(parent -> parent.is("fieldset[disabled]"))
                        .anyMatch(fieldset -> !control.parents().contains(fieldset.selectFirst("> legend")));
    }
}

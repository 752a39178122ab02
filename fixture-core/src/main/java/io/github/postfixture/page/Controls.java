package io.github.postfixture.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** The enabled controls of a form, in the order of the markup, wherever in it they stand. */
record Controls(List<Field> fields, List<Button> buttons) {

    private static final String ALL = "input, select, textarea, button";

    static Controls of(FormElement form, Document document) {
        List<Element> inside = form.elements();
        List<Element> controls = document.select(ALL).stream()
                .filter(control -> belongs(control, form, inside) && isEnabled(control))
                .toList();
        List<Field> fields = controls.stream()
                .flatMap(control -> Field.of(control).stream())
                .filter(field -> !field.name().isEmpty())
                .toList();
        return new Controls(
                fields,
                controls.stream().map(Button::of).flatMap(Optional::stream).toList());
    }

    private static boolean belongs(Element control, FormElement form, List<Element> inside) {
        if (control.hasAttr("form")) {
            return !form.id().isEmpty() && control.attr("form").equals(form.id());
        }
        return inside.contains(control) || form.equals(control.closest("form"));
    }

    private static boolean isEnabled(Element control) {
        return !control.hasAttr("disabled") && control.closest("fieldset[disabled]") == null;
    }
}

package io.github.postfixture.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A button that submits its form. */
record Button(String label, String name, Map<String, String> entries, Map<String, String> overrides) {

    private static final List<String> OVERRIDES = List.of("formaction", "formmethod", "formenctype");

    static Optional<Button> of(Element control) {
        String type = control.attr("type").toLowerCase(Locale.ROOT);
        if (control.normalName().equals("button")) {
            boolean submits = !type.equals("button") && !type.equals("reset");
            return submits ? Optional.of(button(control, control.text())) : Optional.empty();
        }
        if (!control.normalName().equals("input")) {
            return Optional.empty();
        }
        return switch (type) {
            case "submit" -> Optional.of(button(control, control.hasAttr("value") ? control.attr("value") : "Submit"));
            case "image" -> Optional.of(button(control, control.attr("alt")));
            default -> Optional.empty();
        };
    }

    boolean answersTo(String wanted) {
        return label.equals(ReadableText.normalised(wanted)) || (!name.isEmpty() && name.equals(wanted));
    }

    private static Button button(Element control, String label) {
        Map<String, String> overrides = new LinkedHashMap<>();
        OVERRIDES.stream().filter(control::hasAttr).forEach(name -> overrides.put(name, control.attr(name)));
        return new Button(ReadableText.normalised(label), control.attr("name"), entries(control), overrides);
    }

    private static Map<String, String> entries(Element control) {
        String name = control.attr("name");
        if (control.attr("type").equalsIgnoreCase("image")) {
            String prefix = name.isEmpty() ? "" : name + ".";
            Map<String, String> point = new LinkedHashMap<>();
            point.put(prefix + "x", "0");
            point.put(prefix + "y", "0");
            return point;
        }
        return name.isEmpty() ? Map.of() : Map.of(name, control.attr("value"));
    }
}

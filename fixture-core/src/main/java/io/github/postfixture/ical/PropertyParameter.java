package io.github.postfixture.ical;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A parameter of a property (RFC 5545 section 3.2), its values without quotes and decoded (RFC 6868).
 *
 * @param name the name as written
 * @param values one value or several
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record PropertyParameter(String name, List<String> values) {

    public PropertyParameter {
        values = List.copyOf(values);
    }

    /** Return whether this is its name, whatever the case. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Return the values in one text, with commas between them. */
    public String value() {
        return String.join(",", values);
    }
}

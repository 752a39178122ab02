package io.github.postfixture.ical;

import java.util.List;
import org.apiguardian.api.API;

/**
 * An iCalendar stream (RFC 5545 section 3.4) or vCards as they were read: often one component, and as many as there are. Reading
 * costs as much as the input is long, and fails for none.
 *
 * @param components those on top
 * @param findings what was damaged or had to be guessed; at most a hundred
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record ComponentStream(List<Component> components, List<SyntaxFinding> findings) {

    public ComponentStream {
        components = List.copyOf(components);
        findings = List.copyOf(findings);
    }

    /** Read what bytes hold. */
    public static ComponentStream read(byte[] raw) {
        return new ComponentReader(raw).read();
    }

    /** Return the components of a name on top, whatever the case. */
    public List<Component> components(String name) {
        return components.stream().filter(component -> component.isNamed(name)).toList();
    }
}

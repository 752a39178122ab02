package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties that the server computes. */
final class LiveProperties {

    private static final LiveProperties TABLE = new LiveProperties();

    static {
        CoreProperties.addTo(TABLE);
        LockProperties.addTo(TABLE);
        PrincipalProperties.addTo(TABLE);
        SyncProperties.addTo(TABLE);
        CalendarProperties.addTo(TABLE);
        AddressBookProperties.addTo(TABLE);
    }

    private final Map<XmlName, Value> values = new LinkedHashMap<>();
    private final Set<XmlName> inAllprop = new LinkedHashSet<>();

    private LiveProperties() {}

    /** Computes a property; nothing for a resource that has none of that name. */
    @FunctionalInterface
    interface Value {
        @Nullable
        XmlElement of(Resource resource, DavCall call);
    }

    /** Add a property that is told only when it is asked for by its name. */
    void add(XmlName name, Value value) {
        values.put(name, value);
    }

    /** Add a property of RFC 4918, which everybody is told who asks for all. */
    void addToAll(String name, Value value) {
        values.put(DAV.name(name), value);
        inAllprop.add(DAV.name(name));
    }

    /** Return the value of a property, if it is computed and the resource has it. */
    static Optional<XmlElement> value(XmlName name, Resource resource, DavCall call) {
        return Optional.ofNullable(TABLE.values.get(name)).map(value -> value.of(resource, call));
    }

    /** Return whether clients cannot set a property. */
    static boolean isProtected(XmlName name) {
        return TABLE.values.containsKey(name);
    }

    static Set<XmlName> names() {
        return TABLE.values.keySet();
    }

    static Set<XmlName> inAllprop() {
        return TABLE.inAllprop;
    }
}

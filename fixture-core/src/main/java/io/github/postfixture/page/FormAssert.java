package io.github.postfixture.page;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.MapAssert;

/** Assertions on a {@link Form}. */
public class FormAssert extends AbstractExplainedAssert<FormAssert, Form> {

    FormAssert(Form actual) {
        super(actual, FormAssert.class);
    }

    /** Verify that a reader can use a field of this name. */
    public FormAssert hasField(String name) {
        isNotNull();
        if (!actual.names().contains(name)) {
            throw lacking("a field " + name, "field", actual.names());
        }
        return this;
    }

    /** Verify that a reader can use no field of this name; one that is disabled does not count. */
    public FormAssert doesNotHaveField(String name) {
        isNotNull();
        if (actual.names().contains(name)) {
            throw failing("no field " + name, "there is one, which would send " + values(name));
        }
        return this;
    }

    /** Verify what would be sent now for a field: these values, in this order. */
    public FormAssert hasFieldValue(String name, String... expected) {
        hasField(name);
        if (!values(name).equals(Arrays.asList(expected))) {
            throw differing("field " + name, Arrays.asList(expected), values(name));
        }
        return this;
    }

    /** Verify that the form is sent by this method, {@code get} or {@code post}. */
    public FormAssert hasMethod(String expected) {
        isNotNull();
        if (!actual.method().equalsIgnoreCase(expected)) {
            throw differing("the method", expected, actual.method());
        }
        return this;
    }

    /** Go on to where it is sent. */
    public AbstractUriAssert<?> action() {
        isNotNull();
        return Assertions.assertThat(actual.action()).as("action of %s", actual);
    }

    /** Go on to what would be sent now, apart from the button. */
    public MapAssert<String, List<String>> fields() {
        isNotNull();
        return Assertions.assertThat(actual.fields()).as("fields of %s", actual);
    }

    /** Go on to what stands on the buttons that send it. */
    public ListAssert<String> buttons() {
        isNotNull();
        return Assertions.assertThat(actual.buttons()).as("buttons of %s", actual);
    }

    private List<String> values(String name) {
        return actual.fields().getOrDefault(name, List.of());
    }
}

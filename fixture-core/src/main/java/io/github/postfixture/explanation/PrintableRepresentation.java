package io.github.postfixture.explanation;

import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/** How AssertJ's own assertions show what they compare, where it came over the wire: as a terminal can show it. */
public final class PrintableRepresentation extends StandardRepresentation {

    /** The one there is; it has no state. */
    public static final PrintableRepresentation INSTANCE = new PrintableRepresentation();

    private PrintableRepresentation() {}

    @Override
    public @Nullable String toStringOf(@Nullable Object object) {
        String shown = super.toStringOf(object);
        return shown == null ? null : Printable.lines(shown);
    }
}

package io.github.postfixture.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListingTests {

    @Test
    void listsTheFirstOfMany() {
        assertThat(Listing.of(Collections.nCopies(22, "x")))
                .startsWith("  x\n  x\n")
                .endsWith("  x\n  (and 2 more)");
        assertThat(Listing.of(List.of())).isEqualTo("  (none)");
    }

    @Test
    void leavesOutTheMiddleOfManyLines() {
        assertThat(Listing.ends(List.of("a", "b", "c", "d", "e"), 3))
                .containsExactly("a", "(2 left out here)", "d", "e");
        assertThat(Listing.ends(List.of("a", "b", "c"), 3)).containsExactly("a", "b", "c");
    }

    @Test
    void keepsAnElementFromPassingForAnother() {
        assertThat(Listing.of(List.of("a\n  forged\nforged\n    deeper", Optional.of("b\n  forged\u001b"))))
                .isEqualTo("  a\n      forged\n    forged\n    deeper\n  Optional[b\\n  forged\\u001b]");
    }
}

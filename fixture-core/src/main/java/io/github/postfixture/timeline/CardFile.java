package io.github.postfixture.timeline;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * A file of a report about one event.
 *
 * @param suffix what follows the name of its card, such as {@code .eml}
 * @param content gives its bytes when it is written
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record CardFile(String suffix, Supplier<byte[]> content) {

    /** Return a file of text. */
    public static CardFile text(String suffix, Supplier<String> content) {
        return new CardFile(suffix, () -> content.get().getBytes(StandardCharsets.UTF_8));
    }
}

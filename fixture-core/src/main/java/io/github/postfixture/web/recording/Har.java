package io.github.postfixture.web.recording;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * An HTTP Archive (HAR 1.2): exchanges that a browser, a proxy or a server of this library recorded. Immutable.
 *
 * <pre>{@code
 * web.replay(Har.read(Path.of("src/test/resources/shop.har")));
 * }</pre>
 */
public final class Har {

    private final String name;
    private final Json log;
    private final List<HarEntry> entries;
    private final List<String> leftOut;

    Har(String name, Json log, List<HarEntry> entries, List<String> leftOut) {
        this.name = name;
        this.log = log;
        this.entries = List.copyOf(entries);
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * Read a file that a browser's developer tools, Playwright, a proxy or {@link #save(Path)} wrote. Of a file whose name
     * ends in {@code .zip}, the HAR file in it is read. Contents that are in files of their own beside it, as Playwright
     * attaches them, are read too.
     *
     * @throws IllegalArgumentException if it is no HAR file; the message names the entry and the field
     * @throws UncheckedIOException if it cannot be read
     */
    public static Har read(Path file) {
        return HarReader.read(file);
    }

    /**
     * Return what is read from a document.
     *
     * @param name what it is called in failures
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static Har of(String name, Json document) {
        return HarReader.read(name, document);
    }

    /** Return the exchanges, in order; WebSockets and requests without an answer are {@linkplain #leftOut() left out}. */
    public List<HarEntry> entries() {
        return entries;
    }

    /** Return which entries are left out and why, a line each, such as {@code log.entries[3] (GET wss://..): a WebSocket}. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** Return a copy with only those entries for which the condition holds. */
    public Har filter(Predicate<? super HarEntry> wanted) {
        return new Har(name, log, entries.stream().filter(wanted).toList(), leftOut);
    }

    /**
     * Write the entries to a file, without {@code Authorization}, cookies and API keys of the requests.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        write(file, HarEntry::withoutCredentials);
    }

    /**
     * Write the entries to a file, with everything that the requests logged in with.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void saveWithCredentials(Path file) {
        write(file, HarEntry::json);
    }

    private void write(Path file, Function<HarEntry, Json> form) {
        Json written = log.with("entries", Json.array(entries.stream().map(form).toList()));
        try {
            Files.writeString(file, Json.object().with("log", written).indented() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the name of the file and the number of exchanges, and what cannot be answered as it was. */
    @Override
    public String toString() {
        List<String> remarks = Stream.concat(
                        leftOut.stream(),
                        entries.stream()
                                .filter(HarEntry::lacksContent)
                                .map(entry -> entry + ": the file does not have its content"))
                .toList();
        String exchanges = name + ", " + entries.size() + " exchanges";
        return remarks.isEmpty() ? exchanges : exchanges + "; not as recorded:\n" + Listing.of(remarks);
    }
}

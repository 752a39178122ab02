package io.github.postfixture.web.site;

import io.github.postfixture.net.Octets;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the answers of a site come from. */
public final class Origin {

    private final Function<SiteOptions, Source> opening;

    private Origin(Function<SiteOptions, Source> opening) {
        this.opening = opening;
    }

    private static Origin tree(Function<SiteOptions, Tree> planting) {
        return new Origin(options -> new Documents(
                planting.apply(options), options, options.profile().manners()));
    }

    /** Return the files below a directory. */
    public static Origin directory(Path directory) {
        return tree(options -> new FileTree(directory, options.links(), anyCase(options)));
    }

    /** Return the files in an archive. */
    public static Origin archive(Path archive) {
        return tree(options -> new ArchiveTree(archive, "/", anyCase(options)));
    }

    /**
     * Return the files below several places, of which the first that has one is asked.
     *
     * @param places directories on disk or in archives
     * @throws IllegalArgumentException if one is neither
     */
    public static Origin places(List<URL> places) {
        List<Function<SiteOptions, Tree>> plantings =
                places.stream().map(Origin::place).toList();
        return tree(options -> new Layers(
                plantings.stream().map(planting -> planting.apply(options)).toList()));
    }

    private static Function<SiteOptions, Tree> place(URL place) {
        try {
            if (place.openConnection() instanceof JarURLConnection jar) {
                Path archive = Path.of(jar.getJarFileURL().toURI());
                String entry = "/" + jar.getEntryName();
                return options -> new ArchiveTree(archive, entry, anyCase(options));
            }
            Path directory = Path.of(place.toURI());
            return options -> new FileTree(directory, options.links(), anyCase(options));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            throw new IllegalArgumentException("resource (" + place + ") must be in a directory or a jar", e);
        }
    }

    /** Return documents by their path, such as {@code /sub/page.html}. */
    public static Origin memory(Map<String, Octets> documents, Instant changed) {
        return tree(options -> new MemoryTree(documents, changed, anyCase(options)));
    }

    /** Return the answers of another server. */
    public static Origin forward(URI server, Duration timeout) {
        return new Origin(options -> new Forwarder(server, timeout));
    }

    private static boolean anyCase(SiteOptions options) {
        return options.profile().manners().anyCase();
    }

    Source open(SiteOptions options) {
        return opening.apply(options);
    }

    /** The innermost responder, and what closes it. */
    interface Source extends Responder, AutoCloseable {

        @Override
        default void close() {}
    }
}

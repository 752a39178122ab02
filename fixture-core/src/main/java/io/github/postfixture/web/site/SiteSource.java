package io.github.postfixture.web.site;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.ResponseBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.ZipFile;

/** The source of the documents of a site. */
final class SiteSource {

    private final String description;
    private final Function<SiteOptions, Opened> opening;

    private SiteSource(String description, Function<SiteOptions, Opened> opening) {
        this.description = description;
        this.opening = opening;
    }

    private static SiteSource tree(String description, Function<SiteOptions, Tree> planting) {
        return new SiteSource(
                description,
                options -> new Documents(
                        planting.apply(options), options, options.flavor().rules()));
    }

    /**
     * Return the files below a directory.
     *
     * @throws IllegalArgumentException if there is no such directory
     */
    static SiteSource directory(Path directory) {
        check(Files.isDirectory(directory), "directory", directory, "an existing directory");
        return tree("directory " + directory, options -> new FileTree(directory, options.links(), anyCase(options)));
    }

    /**
     * Return the files in an archive.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no archive
     */
    static SiteSource zip(Path archive) {
        check(Files.isRegularFile(archive), "archive", archive, "an existing file");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return tree("zip " + zip.getName(), options -> new ArchiveTree(archive, "", anyCase(options)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "archive (" + archive + ") must be a ZIP file that can be read: " + e.getMessage(), e);
        }
    }

    private static void check(boolean there, String name, Path path, String rule) {
        if (!there) {
            throw new IllegalArgumentException(
                    name + " (" + path + ") must be " + rule + "; it is looked for at " + path.toAbsolutePath());
        }
    }

    /**
     * Return the files below a directory on the class path, of whose places the first that has one is asked.
     *
     * @throws IllegalArgumentException if there is no such directory, or it is neither on disk nor in an archive
     */
    static SiteSource classPath(String resource) {
        List<Function<SiteOptions, Tree>> plantings =
                places(resource).stream().map(SiteSource::place).toList();
        if (plantings.isEmpty()) {
            throw new IllegalArgumentException("resource (" + resource + ") must be a directory on the class path,"
                    + " written without a slash in front");
        }
        return tree(
                "class path " + resource,
                options -> new UnionTree(plantings.stream()
                        .map(planting -> planting.apply(options))
                        .toList()));
    }

    private static List<URL> places(String resource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? Objects.requireNonNull(SiteSource.class.getClassLoader()) : context;
        try {
            String name = resource.endsWith("/") ? resource : resource + "/";
            return name.startsWith("/") ? List.of() : Collections.list(loader.getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Function<SiteOptions, Tree> place(URL place) {
        try {
            if (place.openConnection() instanceof JarURLConnection jar) {
                Path archive = Path.of(jar.getJarFileURL().toURI());
                String entry = jar.getEntryName();
                return options -> new ArchiveTree(archive, entry, anyCase(options));
            }
            Path directory = Path.of(place.toURI());
            return options -> new FileTree(directory, options.links(), anyCase(options));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            throw new IllegalArgumentException("resource (" + place + ") must be in a directory or a jar", e);
        }
    }

    /** Return documents by their path, such as {@code /sub/page.html}. */
    static SiteSource memory(Map<String, Octets> documents, Instant changed) {
        Map<String, Node.Document> kept = new LinkedHashMap<>();
        documents.forEach((path, content) ->
                kept.put(path, new Node.Document(IndexedTree.name(path), changed, ResponseBody.held(content))));
        return tree(
                "memory (" + kept.size() + " documents)",
                options -> new IndexedTree(kept, List.of(), changed, anyCase(options)));
    }

    /**
     * Return the answers of another server.
     *
     * @throws IllegalArgumentException if it does not speak HTTP
     */
    static SiteSource proxy(URI server, Duration timeout) {
        if (server.getHost() == null || !String.valueOf(server.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "server (" + server + ") must start with http:// or https:// and a host");
        }
        return new SiteSource("proxy of " + server, options -> new ReverseProxy(server, timeout));
    }

    private static boolean anyCase(SiteOptions options) {
        return options.flavor().rules().anyCase();
    }

    Opened open(SiteOptions options) {
        return opening.apply(options);
    }

    @Override
    public String toString() {
        return description;
    }

    /** The opened source. */
    interface Opened extends SiteHandler, AutoCloseable {

        @Override
        default void close() {}
    }
}

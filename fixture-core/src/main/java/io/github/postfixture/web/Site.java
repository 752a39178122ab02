package io.github.postfixture.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A tree of static files. A directory is answered with its {@code index.html}, and never listed. Immutable. */
public final class Site {

    private final String description;
    private final URI root;

    private Site(String description, URI root) {
        this.description = description;
        this.root = root;
    }

    /**
     * Return the files of a directory, each as it is when it is asked for.
     *
     * @throws IllegalArgumentException if there is no such directory
     */
    public static Site directory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("directory (" + directory
                    + ") must be an existing directory; it is looked" + " for at " + directory.toAbsolutePath());
        }
        return new Site("directory " + directory, directory.toUri());
    }

    /**
     * Return the files below a directory on the class path, as the calling thread's context class loader sees it.
     *
     * @param resource the directory, with slashes and without one in front, such as {@code shop/pages}
     * @throws IllegalArgumentException if there is no such directory
     */
    public static Site classPath(String resource) {
        String name = resource.endsWith("/") ? resource : resource + "/";
        URL url = loader().getResource(name);
        if (resource.startsWith("/") || url == null) {
            throw new IllegalArgumentException("resource (" + resource + ") must be a directory on the class path,"
                    + " written without a slash in front");
        }
        try {
            return new Site("class path " + resource, url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("resource (" + resource + ") must have a valid URI", e);
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Objects.requireNonNull(Site.class.getClassLoader()) : context;
    }

    URI root() {
        return root;
    }

    @Override
    public String toString() {
        return description;
    }
}

package io.github.postfixture;

import java.net.URI;

/**
 * Where one protocol of a fixture can be reached.
 *
 * @param scheme the scheme of its URI, such as {@code smtp}
 * @param host the name or address to connect to
 * @param port the TCP port
 */
public record Endpoint(String scheme, String host, int port) {

    /** Return the URI without a path, such as {@code smtp://127.0.0.1:40123}. */
    public URI uri() {
        return URI.create(toString());
    }

    /**
     * Return the URI of a path at this endpoint.
     *
     * @param path an absolute path, with its query if it has one
     * @throws IllegalArgumentException if the path does not start with a slash, or is not valid in a URI
     */
    public URI uri(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "path (" + path + ") must start with a slash; http().uri() and its like are without a path");
        }
        return URI.create(this + path);
    }

    @Override
    public String toString() {
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

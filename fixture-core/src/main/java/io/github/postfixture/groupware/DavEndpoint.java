package io.github.postfixture.groupware;

import io.github.postfixture.Endpoint;
import java.net.URI;
import org.apiguardian.api.API;

/**
 * Where clients of CalDAV or CardDAV find a server: all of its resources are below this path. A client that looks for a server by
 * the endpoint alone is led there from {@code /.well-known} (RFC 6764 section 5).
 *
 * @param endpoint where the server is
 * @param path the path of its root, which ends in a slash
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DavEndpoint(Endpoint endpoint, String path) {

    /** Return the URI of the root, such as {@code http://127.0.0.1:40123/dav/}. */
    public URI uri() {
        return endpoint.uri(path);
    }

    /**
     * Return the URI of what is below the root.
     *
     * @param path as it is in a URI, without a slash in front
     * @throws IllegalArgumentException if it is not valid in a URI
     */
    public URI uri(String path) {
        return endpoint.uri(this.path + path);
    }

    /** Return the host to connect to. */
    public String host() {
        return endpoint.host();
    }

    /** Return the TCP port. */
    public int port() {
        return endpoint.port();
    }

    @Override
    public String toString() {
        return uri().toString();
    }
}

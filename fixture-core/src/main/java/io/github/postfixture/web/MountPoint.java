package io.github.postfixture.web;

import io.github.postfixture.web.request.HostName;

/**
 * Where a site or a service is.
 *
 * @param host the name of its host, one that starts with {@code *.}, or an empty text for all others
 * @param prefix the path below which it is, without a slash at its end
 */
record MountPoint(String host, String prefix) {

    static MountPoint below(String prefix) {
        if (!prefix.startsWith("/")) {
            throw new IllegalArgumentException("prefix (" + prefix + ") must start with a slash");
        }
        return new MountPoint("", prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix);
    }

    static MountPoint at(String host) {
        if (host.isEmpty() || host.indexOf('/') >= 0 || host.indexOf(':') >= 0) {
            throw new IllegalArgumentException("host (" + host + ") must be a name, without a port");
        }
        return new MountPoint(HostName.of(host), "");
    }

    /** Return whether it is at a host. */
    boolean isFor(String name) {
        return host.startsWith("*.") ? name.endsWith(host.substring(1)) : name.equals(host);
    }

    /** Return whether a path is at it, or below. */
    boolean contains(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    @Override
    public String toString() {
        return (host.isEmpty() ? "" : "//" + host) + prefix + "/**";
    }
}

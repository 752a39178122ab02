package io.github.postfixture.page;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scheme, host and port of an address (RFC 6454). */
record WebOrigin(String scheme, String host, int port) {

    static WebOrigin of(URI uri) {
        String scheme = lowerCase(uri.getScheme());
        int port = uri.getPort() != -1 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new WebOrigin(scheme, lowerCase(uri.getHost()), port);
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        boolean isDefault = port == (isSecure() ? 443 : 80);
        return scheme + "://" + host + (isDefault ? "" : ":" + port);
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

package io.github.postfixture.page;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request tells of the page it comes from: the Referer, as the policy of that page allows, and the Origin of what
 * is posted.
 *
 * @param from the address of the page
 * @param policy what the page says in its Referrer-Policy, in any case
 */
record Referrer(URI from, String policy) {

    PageRequest of(PageRequest request) {
        Map<String, String> headers = new TreeMap<>();
        String referer = referer(request.uri());
        if (!referer.isEmpty()) {
            headers.put("Referer", referer);
        }
        if (!request.isGet()) {
            headers.put("Origin", origin().toString());
        }
        return request.withHeaders(headers);
    }

    private String referer(URI to) {
        boolean same = WebOrigin.of(to).equals(origin());
        boolean downgrade = origin().isSecure() && !WebOrigin.of(to).isSecure();
        return switch (policy.toLowerCase(Locale.ROOT)) {
            case "no-referrer" -> "";
            case "unsafe-url" -> whole();
            case "origin" -> root();
            case "same-origin" -> same ? whole() : "";
            case "no-referrer-when-downgrade" -> downgrade ? "" : whole();
            case "strict-origin" -> downgrade ? "" : root();
            case "origin-when-cross-origin" -> same ? whole() : root();
            default -> downgrade ? "" : same ? whole() : root();
        };
    }

    private WebOrigin origin() {
        return WebOrigin.of(from);
    }

    private String root() {
        return origin() + "/";
    }

    private String whole() {
        String path = from.getRawPath().isEmpty() ? "/" : from.getRawPath();
        return origin() + path + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
    }
}

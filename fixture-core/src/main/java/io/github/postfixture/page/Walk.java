package io.github.postfixture.page;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A reader's way from page to page, with the cookies that were collected on it. Safe for use by several threads. */
final class Walk {

    private static final int MOST_REDIRECTS = 20;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    Page open(URI uri) {
        return send(Request.get(uri));
    }

    /** Send a request, follow the redirects it meets, and return the page at their end. */
    Page send(Request first) {
        List<String> hops = new ArrayList<>();
        Request request = first;
        while (hops.size() <= MOST_REDIRECTS) {
            HttpResponse<byte[]> response = exchange(request);
            Optional<Request> next = request.redirected(response);
            if (next.isEmpty()) {
                return new Page(this, response);
            }
            hops.add(response.statusCode() + " " + request.uri() + " -> "
                    + next.get().uri());
            request = next.get();
        }
        throw new AssertionError("Cannot open " + first.uri() + ": more than " + MOST_REDIRECTS + " redirects:\n  "
                + String.join("\n  ", hops));
    }

    private HttpResponse<byte[]> exchange(Request request) {
        URI uri = openable(request.uri());
        try {
            HttpResponse<byte[]> response = Wire.send(request.with(cookies.get(uri, Map.of())));
            remember(uri, response);
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Cannot open " + uri + ": interrupted", e);
        } catch (IOException e) {
            throw new AssertionError("Cannot open " + uri + ": " + reason(e), e);
        }
    }

    /** Cookies with a Max-Age would otherwise be sent in the quoted form of RFC 2965, which no server reads. */
    private void remember(URI uri, HttpResponse<?> response) throws IOException {
        cookies.put(uri, response.headers().map());
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
    }

    private static URI openable(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null) {
            throw new AssertionError("Cannot open " + uri + ": it is relative, and there is no page it is relative to");
        }
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new AssertionError("Cannot open " + uri + ": only http and https lead to pages");
        }
        if (uri.getHost() == null) {
            throw new AssertionError("Cannot open " + uri + ": it names no host");
        }
        return uri;
    }

    private static String reason(IOException failure) {
        if (failure instanceof HttpTimeoutException) {
            return "no answer within " + Request.TIMEOUT.toSeconds() + " seconds";
        }
        if (failure instanceof ConnectException) {
            return isUnresolved(failure) ? "unknown host" : "connection refused";
        }
        return failure instanceof SSLException ? "TLS failed: " + failure.getMessage() : failure.toString();
    }

    private static boolean isUnresolved(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof UnresolvedAddressException || (cause != null && isUnresolved(cause));
    }
}

package io.github.postfixture.page;

import java.net.http.HttpResponse;
import java.util.Optional;

/** One request with its answer. */
record HttpExchange(PageRequest request, HttpResponse<byte[]> response) {

    /** Return what the answer asks for next, if it is a redirect (RFC 9110 section 15.4). */
    Optional<PageRequest> next() {
        return response.headers()
                .firstValue("Location")
                .flatMap(location -> request.redirected(response.statusCode(), location));
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

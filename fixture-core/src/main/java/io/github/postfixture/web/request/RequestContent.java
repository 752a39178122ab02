package io.github.postfixture.web.request;

import io.github.postfixture.json.Json;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.RequestMessage;
import java.lang.ref.SoftReference;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The content of a request, decoded and read when somebody asks. Safe for use by several threads. */
final class RequestContent {

    private final RequestMessage message;
    private volatile SoftReference<@Nullable Octets> decoded = new SoftReference<>(null);
    private volatile SoftReference<@Nullable Json> json = new SoftReference<>(null);

    RequestContent(RequestMessage message) {
        this.message = message;
    }

    /** Return the content without its codings. */
    Octets decoded() {
        Octets known = decoded.get();
        if (known == null) {
            known = HttpContent.decoded(headers(), message.body());
            decoded = new SoftReference<>(known);
        }
        return known;
    }

    String text() {
        return HttpContent.text(headers(), decoded());
    }

    Json json() {
        Json known = json.get();
        if (known == null) {
            known = Json.parse(text());
            json = new SoftReference<>(known);
        }
        return known;
    }

    /** Forget what was made of it. */
    void forget() {
        decoded.clear();
        json.clear();
    }

    private HttpHeaders headers() {
        return HttpContent.headers(message.fields());
    }
}

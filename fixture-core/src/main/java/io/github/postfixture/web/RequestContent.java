package io.github.postfixture.web;

import io.github.postfixture.json.Json;
import io.github.postfixture.net.Octets;
import io.github.postfixture.web.jetty.Call;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The content of a request, decoded and read when somebody asks. Safe for use by several threads. */
final class RequestContent {

    private final Call call;
    private volatile @Nullable Octets decoded;
    private volatile @Nullable Json json;

    RequestContent(Call call) {
        this.call = call;
    }

    /** Return the content without its codings. */
    Octets decoded() {
        Octets known = decoded;
        if (known == null) {
            known = Content.decoded(headers(), call.body());
            decoded = known;
        }
        return known;
    }

    String text() {
        return Content.text(headers(), decoded());
    }

    Json json() {
        Json known = json;
        if (known == null) {
            known = Json.parse(text());
            json = known;
        }
        return known;
    }

    private HttpHeaders headers() {
        return Content.headers(call.fields());
    }
}

package io.github.postfixture.web.recording;

import io.github.postfixture.json.Json;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import java.util.Optional;

/**
 * What a request posts, as it is compared.
 *
 * @param text the content as text
 * @param type its type, or an empty text
 */
record PostedContent(String text, String type) {

    private static final String BOUNDARY = "boundary";

    static Optional<PostedContent> of(HarRequest request) {
        return request.content()
                .map(content -> new PostedContent(HarContent.text(content, request.type()), request.type()));
    }

    /** Return what is the same for the same content. */
    String identity() {
        return HarContent.parameter(type, BOUNDARY)
                .map(boundary -> text.replace(boundary, ""))
                .orElse(text);
    }

    RequestCriteria criteria() {
        if (HarContent.parameter(type, BOUNDARY).isPresent()) {
            return RequestCriteria.matching("with the parts of " + type, this::hasTheseParts);
        }
        return isJson() ? RequestCriteria.json(text) : RequestCriteria.body(text);
    }

    /** Return whether a request has the same parts, between boundaries of its own. */
    private boolean hasTheseParts(Request request) {
        return new PostedContent(request.body(), request.header("Content-Type").orElse(""))
                .identity()
                .equals(identity());
    }

    private boolean isJson() {
        try {
            return type.contains("json") && !Json.parse(text).isNull();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

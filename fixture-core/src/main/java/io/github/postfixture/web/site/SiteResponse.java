package io.github.postfixture.web.site;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.engine.ResponseMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The response of a site.
 *
 * @param status the status code
 * @param fields the header fields, in order
 * @param body the content
 */
record SiteResponse(int status, List<Map.Entry<String, String>> fields, ResponseBody body) {

    private static final ResponseBody NOTHING = ResponseBody.of(Octets.of(new byte[0]));

    static SiteResponse of(int status) {
        return new SiteResponse(status, List.of(), NOTHING);
    }

    static SiteResponse of(int status, String contentType, String text) {
        return of(status)
                .with("Content-Type", contentType)
                .with(ResponseBody.of(Octets.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** Return the values of a field, one for each time that it is sent. */
    List<String> headers(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Return a copy with one more field. */
    SiteResponse with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.add(Map.entry(name, value));
        return new SiteResponse(status, more, body);
    }

    /** Return a copy with this field in place of those of the same name. */
    SiteResponse withOnly(String name, String value) {
        return without(name::equalsIgnoreCase).with(name, value);
    }

    SiteResponse without(Predicate<String> names) {
        return new SiteResponse(
                status,
                fields.stream().filter(field -> !names.test(field.getKey())).toList(),
                body);
    }

    SiteResponse with(ResponseBody content) {
        return new SiteResponse(status, fields, content);
    }

    /** Return a copy with the content of another answer, and with its fields besides those that are there. */
    SiteResponse with(SiteResponse other) {
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.addAll(other.fields());
        return new SiteResponse(status, more, other.body());
    }

    /** Return it with its content in memory. */
    ResponseMessage answer() {
        try (InputStream content = body.open()) {
            return new ResponseMessage(status, fields, Octets.of(content.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply reply() {
        return new Reply.Stream(status, fields, body);
    }
}

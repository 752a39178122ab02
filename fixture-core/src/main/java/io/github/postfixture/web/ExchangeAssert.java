package io.github.postfixture.web;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.json.Json;
import io.github.postfixture.net.UndecodableException;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on an {@link Exchange}. */
public class ExchangeAssert extends AbstractExplainedAssert<ExchangeAssert, Exchange> {

    ExchangeAssert(Exchange actual) {
        super(actual, ExchangeAssert.class);
    }

    /** Verify the method of the request. */
    public ExchangeAssert hasMethod(String method) {
        return check("method", method, request().method());
    }

    /** Verify the path of the request, decoded and without its query. */
    public ExchangeAssert hasPath(String path) {
        String found = request().path();
        if (!path.equals(found)) {
            throw differing("to have path", path, "but had" + decoding(), found);
        }
        return this;
    }

    /** Verify the target of the request as it was sent: the path with its percent-encoding, and the query. */
    public ExchangeAssert hasTarget(String target) {
        return check("target", target, request().target());
    }

    /** Verify that the query has a parameter with a value, both decoded. */
    public ExchangeAssert hasQueryParameter(String name, String value) {
        return checkParameter("query parameter", request().query(), name, value);
    }

    /** Verify that the form that was sent has a field with a value. */
    public ExchangeAssert hasFormParameter(String name, String value) {
        return checkParameter("form parameter", readable(Request::form), name, value);
    }

    /** Verify the whole form that was sent: these fields, once each, and no others. */
    public ExchangeAssert hasForm(Map<String, String> fields) {
        Map<String, List<String>> expected = new TreeMap<>();
        fields.forEach((name, value) -> expected.put(name, List.of(value)));
        return check("form", expected.toString(), new TreeMap<>(readable(Request::form)).toString());
    }

    /** Verify that the content of the request is this JSON, whatever the order of members and the white space. */
    public ExchangeAssert hasJson(String json) {
        return meets(RequestCriteria.json(json));
    }

    /** Verify that the content of the request is JSON that has all of this; its objects may have more members. */
    public ExchangeAssert hasJsonContaining(String json) {
        return meets(RequestCriteria.jsonContaining(json));
    }

    /** Verify that the request carries a cookie with a value. */
    public ExchangeAssert hasCookie(String name, String value) {
        return meets(RequestCriteria.cookie(name, value));
    }

    /** Verify that the request meets the criteria. */
    public ExchangeAssert meets(RequestCriteria criteria) {
        Optional<String> complaint = criteria.complaint(request());
        if (complaint.isPresent()) {
            throw failure("%nExpecting:%n  %s%nto be a request:%n  %s%nbut it %s", actual, criteria, complaint.get());
        }
        return this;
    }

    /** Verify that the content of the response is this JSON, whatever the order of members and the white space. */
    public ExchangeAssert hasResponseJson(String json) {
        Json expected = Json.parse(json);
        Optional<String> difference = responseJson().differenceFrom(expected);
        if (difference.isPresent()) {
            throw failure(
                    "%nExpecting:%n  %s%nto have a response with JSON:%n  %s%nbut %s",
                    actual, expected, difference.get());
        }
        return this;
    }

    /** Verify that the response has a header field with a value. */
    public ExchangeAssert hasResponseHeader(String name, String value) {
        return checkHeader("response header", response().headers(), name, value);
    }

    /** Return an assertion on the content of the response as text, of a stream that was long the first MiB. */
    public AbstractStringAssert<?> responseBody() {
        return Assertions.assertThat(responseText())
                .as("response body of %s", request())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Verify that the request has a header field with a value. */
    public ExchangeAssert hasHeader(String name, String value) {
        return checkHeader("header", request().headers(), name, value);
    }

    /** Verify that the request has a header field of that name. */
    public ExchangeAssert containsHeader(String name) {
        return request().header(name).isPresent()
                ? this
                : fail("header", name, names(request().headers()));
    }

    /** Verify that the request has no header field of that name. */
    public ExchangeAssert doesNotContainHeader(String name) {
        List<String> values = request().headers().allValues(name);
        if (!values.isEmpty()) {
            throw lacking("not to have header", name, "but had", fields(name, values));
        }
        return this;
    }

    /** Verify the status code of the response. */
    public ExchangeAssert hasStatus(int status) {
        Optional<Response> response = exchange().response();
        return check(
                "status",
                Integer.toString(status),
                response.map(sent -> Integer.toString(sent.status())).orElse("no response"));
    }

    /** Return an assertion on the content of the request as text. */
    public AbstractStringAssert<?> body() {
        return Assertions.assertThat(readable(Request::body))
                .as("body of %s", request())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Return from what the path was decoded, if it was. */
    private String decoding() {
        String raw = request().rawPath();
        return raw.equals(request().path()) ? "" : ", decoded from " + raw + " (see hasTarget(..))";
    }

    private Json responseJson() {
        try {
            return Json.parse(responseText());
        } catch (IllegalArgumentException e) {
            throw failure(
                    "%nExpecting:%n  %s%nto have a response with JSON%nbut it has content that is %s",
                    actual, String.valueOf(e.getMessage()));
        }
    }

    private String responseText() {
        try {
            return response().body();
        } catch (UndecodableException e) {
            throw failure(
                    "%nExpecting:%n  %s%nto have a response that can be read%nbut it has %s", actual, e.getMessage());
        }
    }

    private <T> T readable(Function<Request, T> part) {
        try {
            return part.apply(request());
        } catch (UndecodableException e) {
            throw failure(
                    "%nExpecting:%n  %s%nto have content that can be read%nbut it has %s", actual, e.getMessage());
        }
    }

    private Exchange exchange() {
        isNotNull();
        return actual;
    }

    private Response response() {
        return exchange()
                .response()
                .orElseThrow(() -> failure("%nExpecting:%n  %s%nto have a response%nbut it has none", actual));
    }

    private Request request() {
        return exchange().request();
    }

    private ExchangeAssert check(String part, String expected, String found) {
        return expected.equals(found) ? this : fail(part, expected, found);
    }

    private ExchangeAssert checkParameter(
            String part, Map<String, List<String>> parameters, String name, String value) {
        if (parameters.getOrDefault(name, List.of()).contains(value)) {
            return this;
        }
        List<String> found = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(item -> entry.getKey() + "=" + item))
                .toList();
        return fail(part, name + "=" + value, found.isEmpty() ? "none" : String.join("\n  ", found));
    }

    private ExchangeAssert checkHeader(String part, HttpHeaders headers, String name, String value) {
        List<String> values = headers.allValues(name);
        return values.contains(value)
                ? this
                : fail(
                        part,
                        field(name, value),
                        values.isEmpty() ? names(headers) : String.join("\n  ", fields(name, values)));
    }

    private static String names(HttpHeaders headers) {
        return "only " + String.join(", ", headers.map().keySet());
    }

    private static List<String> fields(String name, List<String> values) {
        return values.stream().map(value -> field(name, value)).toList();
    }

    private static String field(String name, String value) {
        String masked = Credentials.masked(name, value);
        return name + ": " + masked + (masked.equals(value) ? "" : " (masked)");
    }

    private ExchangeAssert fail(String part, String expected, String found) {
        throw differing("to have " + part, expected, "but had", found);
    }
}

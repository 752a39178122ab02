package io.github.postfixture.web;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.explanation.WantedField;
import io.github.postfixture.json.Json;
import io.github.postfixture.web.coding.UndecodableException;
import io.github.postfixture.web.request.HttpContent;
import io.github.postfixture.web.request.PlusSign;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on an {@link Exchange}. */
public class ExchangeAssert extends AbstractExplainedAssert<ExchangeAssert, Exchange> {

    private static final int LONGEST_CONTENT = 500;

    ExchangeAssert(Exchange actual) {
        super(actual, ExchangeAssert.class);
    }

    /** Verify the method of the request. */
    public ExchangeAssert hasMethod(String method) {
        return check("the method", method, request().method());
    }

    /** Verify the path of the request, decoded and without its query. */
    public ExchangeAssert hasPath(String path) {
        String found = request().path();
        if (!path.equals(found)) {
            throw failing(FailureMessage.differing("the path", path, found).with(decoding()), path, found);
        }
        return this;
    }

    /** Verify the target of the request as it was sent: the path with its percent-encoding, and the query. */
    public ExchangeAssert hasTarget(String target) {
        return check("the target", target, request().target());
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
        List<String> expected = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .sorted()
                .toList();
        return verify(
                "the form",
                expected,
                parameters(readable(Request::form)).sorted().toList());
    }

    /** Verify that the content of the request is this JSON, whatever the order of members and the white space. */
    public ExchangeAssert hasJson(String json) {
        RequestCriteria criteria = RequestCriteria.json(json);
        Optional<String> complaint = criteria.complaint(request());
        if (complaint.isPresent()) {
            throw failing(otherContent(criteria, complaint.get()), json, body(request()));
        }
        return this;
    }

    /** Verify that the content of the request is JSON that has all of this; its objects may have more members. */
    public ExchangeAssert hasJsonContaining(String json) {
        return meetsContent(RequestCriteria.jsonContaining(json));
    }

    /** Verify that the request carries a cookie with a value. */
    public ExchangeAssert hasCookie(String name, String value) {
        return meets(RequestCriteria.cookie(name, value));
    }

    /** Verify that the request meets the criteria. */
    public ExchangeAssert meets(RequestCriteria criteria) {
        Optional<String> complaint = criteria.complaint(request());
        if (complaint.isPresent()) {
            throw failing("a request " + criteria, "it " + complaint.get());
        }
        return this;
    }

    private ExchangeAssert meetsContent(RequestCriteria criteria) {
        Optional<String> complaint = criteria.complaint(request());
        if (complaint.isPresent()) {
            throw failing(otherContent(criteria, complaint.get()));
        }
        return this;
    }

    private FailureMessage otherContent(RequestCriteria criteria, String complaint) {
        return FailureMessage.expected("a request " + criteria, "it " + complaint)
                .with(content(body(request())));
    }

    /** Return the content as text; empty if it cannot be read. */
    private static String body(Request request) {
        try {
            return request.body();
        } catch (UndecodableException e) {
            return "";
        }
    }

    private static String content(String body) {
        return body.isBlank() || body.length() > LONGEST_CONTENT ? "" : "The content is:\n  " + body.strip();
    }

    /** Verify that the content of the response is this JSON, whatever the order of members and the white space. */
    public ExchangeAssert hasResponseJson(String json) {
        Json expected = Json.parse(json);
        Optional<String> difference = responseJson().differenceFrom(expected);
        if (difference.isPresent()) {
            FailureMessage message =
                    FailureMessage.expected("the JSON of the response to be as given", difference.get());
            throw failing(message.with(content(responseText())), json, responseText());
        }
        return this;
    }

    /** Verify that the response has a header field with a value. */
    public ExchangeAssert hasResponseHeader(String name, String value) {
        return checkHeader(response().headers(), name, value, found -> "");
    }

    /** Return an assertion on the content of the response as text, of a stream that was long the first MiB. */
    public AbstractStringAssert<?> responseBody() {
        return Assertions.assertThat(responseText())
                .as(() -> "response body of " + request()
                        + HttpContent.charsetNote(
                                response().headers(), response().bytes()))
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Verify that the request has a header field with a value. */
    public ExchangeAssert hasHeader(String name, String value) {
        return checkHeader(request().headers(), name, value, found -> digestNote(value, found));
    }

    /** Verify that the request has a header field of that name. */
    public ExchangeAssert containsHeader(String name) {
        return request().header(name).isPresent() ? this : failOnHeader(name);
    }

    /** Verify that the request has no header field of that name. */
    public ExchangeAssert doesNotContainHeader(String name) {
        return verifyNone("no header " + name, fields(name, request().headers().allValues(name)));
    }

    /** Verify the status code of the response. */
    public ExchangeAssert hasStatus(int status) {
        int found = exchange().response().map(Response::status).orElse(0);
        if (found != status) {
            throw failing(
                    FailureMessage.expected(
                            "status " + status, found == 0 ? "there was no response" : "was " + actual.outcome()),
                    status,
                    found);
        }
        return this;
    }

    /** Return an assertion on the content of the request as text. */
    public AbstractStringAssert<?> body() {
        return Assertions.assertThat(readable(Request::body))
                .as(() -> "body of " + request()
                        + HttpContent.charsetNote(request().headers(), request().bytes()))
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Return from what the path was decoded, if it was. */
    private String decoding() {
        String raw = request().rawPath();
        return raw.equals(request().path()) ? "" : "It is decoded from " + raw + "; see hasTarget(..)";
    }

    private Json responseJson() {
        try {
            return Json.parse(responseText());
        } catch (IllegalArgumentException e) {
            throw failing("a response with JSON", "it has content that is " + e.getMessage());
        }
    }

    private String responseText() {
        try {
            return response().body();
        } catch (UndecodableException e) {
            throw failing("a response that can be read", "it has " + e.getMessage());
        }
    }

    private <T> T readable(Function<Request, T> part) {
        try {
            return part.apply(request());
        } catch (UndecodableException e) {
            throw failing("content that can be read", "the request has " + e.getMessage());
        }
    }

    private Exchange exchange() {
        isNotNull();
        return actual;
    }

    private Response response() {
        return exchange().response().orElseThrow(() -> failing("a response", "there is none"));
    }

    private Request request() {
        return exchange().request();
    }

    private ExchangeAssert check(String part, String expected, String found) {
        return verify(part, expected, found);
    }

    private ExchangeAssert checkParameter(
            String part, Map<String, List<String>> parameters, String name, String value) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.contains(value)) {
            return this;
        }
        if (values.size() == 1) {
            throw failing(
                    FailureMessage.differing(part + " " + name, value, values.get(0))
                            .with(PlusSign.advice(value, values.get(0))),
                    value,
                    values.get(0));
        }
        throw lacking(
                part + " " + name + "=" + value,
                "parameter",
                parameters(parameters).toList());
    }

    private static Stream<String> parameters(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(item -> entry.getKey() + "=" + item));
    }

    private String digestNote(String expected, String found) {
        try {
            return DigestNote.of(
                    expected, found, request().bytes(), Optional.of(request().body()));
        } catch (UndecodableException e) {
            return "";
        }
    }

    private ExchangeAssert checkHeader(HttpHeaders headers, String name, String value, UnaryOperator<String> note) {
        if (!headers.allValues(name).contains(value)) {
            throw failing(new WantedField(name, masked(name, value))
                    .among(fields(headers))
                    .with(headers.firstValue(name).map(note).orElse("")));
        }
        return this;
    }

    private ExchangeAssert failOnHeader(String name) {
        List<String> names = List.copyOf(request().headers().map().keySet());
        throw lacking("a header " + name, "header", WantedField.nearestFirst(name, names));
    }

    private static List<Map.Entry<String, String>> fields(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> Map.entry(field.getKey(), masked(field.getKey(), value))))
                .toList();
    }

    private static List<String> fields(String name, List<String> values) {
        return values.stream().map(value -> name + ": " + masked(name, value)).toList();
    }

    private static String masked(String name, String value) {
        String masked = Credentials.masked(name, value);
        return masked + (masked.equals(value) ? "" : " (masked)");
    }
}

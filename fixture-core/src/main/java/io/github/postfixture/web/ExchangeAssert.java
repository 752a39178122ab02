package io.github.postfixture.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on an {@link Exchange}. */
public class ExchangeAssert extends AbstractAssert<ExchangeAssert, Exchange> {

    ExchangeAssert(Exchange actual) {
        super(actual, ExchangeAssert.class);
    }

    /** Verify the method of the request. */
    public ExchangeAssert hasMethod(String method) {
        return check("method", method, request().method());
    }

    /** Verify the path of the request, decoded and without its query. */
    public ExchangeAssert hasPath(String path) {
        return check("path", path, request().path());
    }

    /** Verify that the query has a parameter with a value, both decoded. */
    public ExchangeAssert hasQueryParameter(String name, String value) {
        return checkParameter("query parameter", request().query(), name, value);
    }

    /** Verify that the form that was sent has a field with a value. */
    public ExchangeAssert hasFormParameter(String name, String value) {
        return checkParameter("form parameter", request().form(), name, value);
    }

    /** Verify that the request has a header field with a value. */
    public ExchangeAssert hasHeader(String name, String value) {
        List<String> values = request().headers().allValues(name);
        return values.contains(value)
                ? this
                : fail("header", name + ": " + value, values.isEmpty() ? names() : lines(name, values));
    }

    /** Verify that the request has a header field of that name. */
    public ExchangeAssert containsHeader(String name) {
        return request().header(name).isPresent() ? this : fail("header", name, names());
    }

    /** Verify that the request has no header field of that name. */
    public ExchangeAssert doesNotContainHeader(String name) {
        List<String> values = request().headers().allValues(name);
        if (!values.isEmpty()) {
            throw failure(
                    "Expecting:%n  %s%nnot to have header:%n  %s%nbut had:%n  %s", actual, name, lines(name, values));
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
        return Assertions.assertThat(request().body()).as("body of %s", request());
    }

    private Exchange exchange() {
        isNotNull();
        return actual;
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

    private String names() {
        return "only " + String.join(", ", request().headers().map().keySet());
    }

    private static String lines(String name, List<String> values) {
        return values.stream().map(value -> name + ": " + value).collect(Collectors.joining("\n  "));
    }

    private ExchangeAssert fail(String part, String expected, String found) {
        throw failureWithActualExpected(
                found, expected, "Expecting:%n  %s%nto have %s:%n  %s%nbut had:%n  %s", actual, part, expected, found);
    }
}

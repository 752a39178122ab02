package io.github.postfixture.web;

import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.explanation.Printable;
import io.github.postfixture.web.response.Response;
import java.net.http.HttpHeaders;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** An exchange as text, much as it went over the wire, with what logs in masked. */
final class ExchangeText {

    private ExchangeText() {}

    static String of(Exchange exchange) {
        String answer = exchange.response().map(ExchangeText::response).orElse("(no answer)");
        return Printable.lines(request(exchange) + "\n\n" + answer + "\n");
    }

    static String request(Exchange exchange) {
        return exchange.request() + "\n" + fields(exchange.request().headers()) + "\n"
                + content(exchange.request()::body);
    }

    static String response(Response response) {
        return response.status() + "\n" + fields(response.headers()) + "\n" + content(response::body);
    }

    /** Return a content, or why it cannot be shown. */
    static String content(Supplier<String> content) {
        try {
            return content.get();
        } catch (IllegalArgumentException | AssertionError e) {
            return "(" + e.getMessage() + ")";
        }
    }

    private static String fields(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field(field.getKey(), value)))
                .collect(Collectors.joining());
    }

    private static String field(String name, String value) {
        return name + ": " + Credentials.masked(name, value) + "\n";
    }
}

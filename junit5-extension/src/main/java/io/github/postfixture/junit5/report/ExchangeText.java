package io.github.postfixture.junit5.report;

import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.Response;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An exchange as text, much as it went over the wire, with what logs in masked. */
final class ExchangeText {

    private static final Set<String> SECRETS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    private ExchangeText() {}

    static String of(Exchange exchange) {
        return request(exchange) + "\n\n"
                + exchange.response().map(ExchangeText::response).orElse("(no answer)") + "\n";
    }

    static String request(Exchange exchange) {
        return exchange.request() + "\n" + fields(exchange.request().headers()) + "\n"
                + exchange.request().body();
    }

    static String response(Response response) {
        return response.status() + "\n" + fields(response.headers()) + "\n" + response.body();
    }

    private static String fields(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field(field.getKey(), value)))
                .collect(Collectors.joining());
    }

    private static String field(String name, String value) {
        return name + ": " + (SECRETS.contains(name.toLowerCase(Locale.ROOT)) ? masked(value) : value) + "\n";
    }

    /** Keep what a secret is called: the scheme of a login, the name and the attributes of a cookie. */
    private static String masked(String value) {
        String name = value.split("[ =]", 2)[0];
        String attributes = value.contains(";") ? value.substring(value.indexOf(';')) : "";
        return name + (value.startsWith(name + "=") ? "=" : " ") + "***" + attributes;
    }
}

package io.github.postfixture.web;

import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Tells exchanges as Apache httpd and nginx do in their access logs. */
final class AccessLog {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private AccessLog() {}

    /** Return a line in the combined format, without an end of line. */
    static String line(Exchange exchange) {
        Request request = exchange.request();
        Optional<Response> response = exchange.response();
        return String.format(
                "%s - %s [%s] \"%s %s\" %s %s \"%s\" \"%s\"",
                request.message().ends().there().getHostString(),
                escape(user(request)),
                DATE.format(exchange.at()),
                escape(request.method() + " " + request.target()),
                request.protocol(),
                response.map(sent -> Integer.toString(sent.status())).orElse("-"),
                response.filter(sent -> sent.length() > 0)
                        .map(sent -> Long.toString(sent.length()))
                        .orElse("-"),
                escape(request.header("Referer").orElse("-")),
                escape(request.header("User-Agent").orElse("-")));
    }

    private static String user(Request request) {
        return request.header("Authorization")
                .filter(credentials -> credentials.startsWith("Basic "))
                .map(credentials -> decode(credentials.substring(6)))
                .map(pair -> pair.split(":", 2)[0])
                .filter(name -> !name.isEmpty())
                .orElse("-");
    }

    private static String decode(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", "?");
    }
}

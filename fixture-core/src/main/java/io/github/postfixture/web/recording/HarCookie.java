package io.github.postfixture.web.recording;

import io.github.postfixture.json.Json;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The cookies that a response sets, as a HAR file tells them (RFC 6265 section 4.1). */
final class HarCookie {

    private HarCookie() {}

    static List<Json> of(HttpHeaders headers) {
        return headers.allValues("Set-Cookie").stream()
                .filter(field -> field.indexOf('=') > 0)
                .map(HarCookie::of)
                .toList();
    }

    private static Json of(String field) {
        String[] parts = field.split(";", -1);
        Json cookie = Json.object().with("name", before(parts[0])).with("value", after(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            cookie = with(cookie, before(parts[i]).toLowerCase(Locale.ROOT), after(parts[i]));
        }
        return cookie;
    }

    private static Json with(Json cookie, String attribute, String value) {
        return switch (attribute) {
            case "path", "domain" -> cookie.with(attribute, value);
            case "secure" -> cookie.with("secure", true);
            case "httponly" -> cookie.with("httpOnly", true);
            default -> cookie;
        };
    }

    private static String before(String pair) {
        int equals = pair.indexOf('=');
        return (equals < 0 ? pair : pair.substring(0, equals)).strip();
    }

    private static String after(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? "" : pair.substring(equals + 1).strip();
    }
}

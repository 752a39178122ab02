package io.github.postfixture.web;

import io.github.postfixture.net.Octets;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what requests and responses have in common. */
final class Content {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

    private Content() {}

    static HttpHeaders headers(List<Map.Entry<String, String>> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : fields) {
            String name = names.computeIfAbsent(field.getKey().toLowerCase(Locale.ROOT), key -> field.getKey());
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(field.getValue());
        }
        return HttpHeaders.of(values, (name, value) -> true);
    }

    /** Return the content as text, in the charset that its type names or else in UTF-8. */
    static String text(HttpHeaders headers, Octets body) {
        String type = headers.firstValue("Content-Type").orElse("");
        return new String(body.toByteArray(), charset(type));
    }

    private static Charset charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Return the parameters of a query or a form, in order. */
    static Map<String, List<String>> parameters(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(decode(name), key -> new ArrayList<>())
                        .add(decode(value));
            }
        }
        parameters.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(parameters);
    }

    /** Return the cookies of the header fields of that name by name (RFC 6265, section 4.2). */
    static Map<String, String> cookies(List<String> fields) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String field : fields) {
            for (String pair : field.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
        }
        return Collections.unmodifiableMap(cookies);
    }

    /** Return the text with its percent signs and plus signs decoded, or as it is if they make no sense. */
    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    /** Return the path with its percent signs decoded; a plus sign is itself. */
    static String decodePath(String encoded) {
        return encoded.indexOf('%') < 0 ? encoded : decode(encoded.replace("+", "%2B"));
    }
}

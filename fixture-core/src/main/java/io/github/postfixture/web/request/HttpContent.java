package io.github.postfixture.web.request;

import io.github.postfixture.mime.Charsets;
import io.github.postfixture.mime.ParameterizedValue;
import io.github.postfixture.mime.TextDecoder;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.coding.ContentCodings;
import io.github.postfixture.web.coding.UndecodableException;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Reads the header fields and the content of HTTP messages.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class HttpContent {

    /** How long content may become when it is decoded, in bytes. */
    private static final long MOST_DECODED = 64 << 20;

    private HttpContent() {}

    public static HttpHeaders headers(List<Map.Entry<String, String>> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : fields) {
            String name = names.computeIfAbsent(field.getKey().toLowerCase(Locale.ROOT), key -> field.getKey());
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(field.getValue());
        }
        return HttpHeaders.of(values, (name, value) -> true);
    }

    /**
     * Return the content without the codings that its fields name.
     *
     * @throws UndecodableException if that cannot be done
     */
    public static Octets decoded(HttpHeaders headers, Octets body) {
        String codings = String.join(",", headers.allValues("Content-Encoding"));
        return ContentCodings.decode(codings, body, MOST_DECODED);
    }

    /**
     * Return the content as text, in the charset that its type names or else in UTF-8.
     *
     * @throws UndecodableException if the charset is unknown
     */
    public static String text(HttpHeaders headers, Octets body) {
        return new String(body.toByteArray(), charset(headers));
    }

    /** Return what speaks against the charset of text, to follow what is said of it; nothing if nothing does. */
    public static String charsetNote(HttpHeaders headers, byte[] sent) {
        byte[] bytes = decoded(headers, Octets.of(sent)).toByteArray();
        return TextDecoder.contradiction(bytes, charset(headers))
                .map(contradiction -> "; it " + contradiction)
                .orElse("");
    }

    private static Charset charset(HttpHeaders headers) {
        return parameter(headers, "Content-Type", "charset")
                .map(name -> Charsets.named(name)
                        .orElseThrow(() ->
                                new UndecodableException("content in the charset " + name + ", which is unknown")))
                .orElse(StandardCharsets.UTF_8);
    }

    /** Return a parameter of a header field; its name in any case. */
    static Optional<String> parameter(HttpHeaders headers, String field, String name) {
        return headers.firstValue(field)
                .flatMap(value -> ParameterizedValue.parse(value).parameters().stream()
                        .filter(parameter -> parameter.getKey().equals(name))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** Return whether the content is of a type, in lower case, whatever its parameters. */
    static boolean isOfType(HttpHeaders headers, String type) {
        return headers.firstValue("Content-Type")
                .filter(value -> ParameterizedValue.parse(value).value().equalsIgnoreCase(type))
                .isPresent();
    }

    /** Return the parameters of a query or a form, in order. */
    public static Map<String, List<String>> parameters(String encoded) {
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
    public static String decodePath(String encoded) {
        return encoded.indexOf('%') < 0 ? encoded : decode(encoded.replace("+", "%2B"));
    }
}

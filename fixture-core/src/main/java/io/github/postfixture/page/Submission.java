package io.github.postfixture.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a form sends, and how.
 *
 * @param action where to; absolute, if the page has an address
 * @param method {@code get} or {@code post}
 * @param encoding the media type of a posted form
 */
record Submission(URI action, String method, String encoding, List<Entry> entries) {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    /** One name with one value. */
    record Entry(String name, String value) {

        Entry {
            value = value.replaceAll("\r\n|\r|\n", "\r\n");
        }

        String urlEncoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        String part(String boundary) {
            String escaped = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
            return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escaped + "\"\r\n\r\n" + value
                    + "\r\n";
        }
    }

    Request request() {
        if (!method.equalsIgnoreCase("post")) {
            return Request.get(References.withQuery(action, urlEncoded()));
        }
        return new Request("POST", action, encoding.equalsIgnoreCase(MULTIPART) ? multipart() : plain());
    }

    private Request.Content plain() {
        return new Request.Content(URL_ENCODED, urlEncoded());
    }

    /** Encode the entries as RFC 7578 says. */
    private Request.Content multipart() {
        String boundary = UUID.randomUUID().toString();
        String parts = entries.stream().map(entry -> entry.part(boundary)).collect(Collectors.joining());
        return new Request.Content(MULTIPART + "; boundary=" + boundary, parts + "--" + boundary + "--\r\n");
    }

    private String urlEncoded() {
        return entries.stream().map(Entry::urlEncoded).collect(Collectors.joining("&"));
    }
}

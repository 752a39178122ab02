package io.github.postfixture.page;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private static final String PLAIN = "text/plain";

    /**
     * One name with one value.
     *
     * @param value the value; of a file its name
     */
    record Entry(String name, String value, @Nullable Upload upload) {

        Entry(String name, String value) {
            this(name, value.replaceAll("\r\n|\r|\n", "\r\n"), null);
        }

        Entry(String name, Upload upload) {
            this(name, upload.fileName(), upload);
        }

        String urlEncoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        /** Return the parts of the part: head, content and end (RFC 7578). */
        List<BodyPublisher> part(String boundary) {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(name);
            BodyPublisher end = BodyPublishers.ofString("\r\n");
            if (upload == null) {
                return List.of(BodyPublishers.ofString(head + "\r\n\r\n" + value), end);
            }
            String file = "; filename=" + quoted(value) + "\r\nContent-Type: " + upload.type();
            return List.of(BodyPublishers.ofString(head + file + "\r\n\r\n"), upload.content(), end);
        }

        private static String quoted(String text) {
            return '"' + text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A") + '"';
        }
    }

    PageRequest request() {
        return method.equals("post")
                ? PageRequest.post(action, content())
                : PageRequest.get(ReferenceParser.withQuery(action, urlEncoded()));
    }

    private PageRequest.Content content() {
        return switch (encoding) {
            case MULTIPART -> multipart();
            case PLAIN ->
                text(
                        PLAIN,
                        entries.stream()
                                .map(each -> each.name() + "=" + each.value() + "\r\n")
                                .collect(Collectors.joining()));
            default -> text(URL_ENCODED, urlEncoded());
        };
    }

    private PageRequest.Content multipart() {
        String boundary = UUID.randomUUID().toString();
        List<BodyPublisher> parts = new ArrayList<>();
        entries.forEach(entry -> parts.addAll(entry.part(boundary)));
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return new PageRequest.Content(
                MULTIPART + "; boundary=" + boundary, BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
    }

    private static PageRequest.Content text(String type, String text) {
        return new PageRequest.Content(type, BodyPublishers.ofString(text));
    }

    private String urlEncoded() {
        return entries.stream().map(Entry::urlEncoded).collect(Collectors.joining("&"));
    }
}

package io.github.postfixture.web.recording;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The URL of a request in a HAR file, in parts that need not be encoded well.
 *
 * @param scheme such as {@code https}, in lower case
 * @param host the host in lower case, without the port
 * @param target the path and the query, as they were sent
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HarUrl(String scheme, String host, String target) {

    private static final Set<String> HTTP = Set.of("http", "https");

    static HarUrl of(HarField field) {
        return parse(field.text())
                .filter(url -> !url.isHttp() || !url.host().isEmpty())
                .orElseThrow(() -> field.wrong("a URL such as https://example.org/"));
    }

    /** Return the parts of an absolute URL, or nothing if it is none. */
    static Optional<HarUrl> parse(String url) {
        int colon = url.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        return Optional.of(
                url.startsWith("//", colon + 1)
                        ? withHost(scheme, url.substring(colon + 3))
                        : new HarUrl(scheme, "", ""));
    }

    private static HarUrl withHost(String scheme, String rest) {
        int end = firstOf("/?#", rest, 0);
        String authority = rest.substring(rest.lastIndexOf('@', end - 1) + 1, end);
        String target = rest.substring(end, firstOf("#", rest, end));
        return new HarUrl(scheme, hostOf(authority), target.startsWith("/") ? target : "/" + target);
    }

    private static int firstOf(String marks, String text, int from) {
        int index = from;
        while (index < text.length() && marks.indexOf(text.charAt(index)) < 0) {
            index++;
        }
        return index;
    }

    private static String hostOf(String authority) {
        int port = authority.indexOf(':', authority.indexOf(']') + 1);
        return (port < 0 ? authority : authority.substring(0, port)).toLowerCase(Locale.ROOT);
    }

    /** Return whether it is for HTTP. */
    public boolean isHttp() {
        return HTTP.contains(scheme);
    }

    /** Return the path, in which braces are encoded, since a path with braces is a template. */
    public String path() {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        return path.replace("{", "%7B").replace("}", "%7D");
    }

    /** Return the query, or an empty text. */
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }
}

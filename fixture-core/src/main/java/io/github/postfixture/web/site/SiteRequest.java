package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.RequestMessage;
import io.github.postfixture.web.site.SitePath.Misspelt;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a site.
 *
 * @param message what was sent
 * @param prefix the path below which the site is served, without a slash at its end
 * @param path the path below the prefix, as sent or as rewritten, which starts with a slash
 * @param query the query as sent, with its question mark, or an empty text
 * @param rules how the site behaves
 * @param clock what time it is
 */
record SiteRequest(
        RequestMessage message, String prefix, String path, String query, FlavorRules rules, InstantSource clock) {

    String method() {
        return message.method();
    }

    boolean reads() {
        return method().equals("GET") || method().equals("HEAD");
    }

    Optional<String> header(String name) {
        return message.header(name);
    }

    /** Return the values of a field, one for each time that it was sent. */
    List<String> headers(String name) {
        return message.fields().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    SiteRequest at(String anotherPath) {
        return new SiteRequest(message, prefix, anotherPath, query, rules, clock);
    }

    /** Return a question for the whole of an error page, without conditions. */
    SiteRequest reading(String errorPage) {
        List<Map.Entry<String, String>> fields = message.fields().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Host")
                        || (field.getKey().equalsIgnoreCase("Accept-Encoding") && rules.compressesErrorPages()))
                .toList();
        RequestMessage get = new RequestMessage(
                "GET", message.target(), message.transport(), fields, message.body(), message.length(), message.ends());
        return new SiteRequest(get, prefix, errorPage, query, rules, clock);
    }

    /** Return whether the path is the given one or below it, by our rules or by any others. */
    boolean isBelow(String folder) {
        return isBelow(folder, rules.paths()) || isBelow(folder, PathRules.ANY);
    }

    private boolean isBelow(String folder, PathRules reading) {
        try {
            List<String> above = SitePath.of(folder, reading).segments();
            List<String> here = SitePath.of(path, reading).segments();
            return here.size() >= above.size() && rules.same(here.subList(0, above.size()), above);
        } catch (Misspelt e) {
            return false;
        }
    }

    /** Return an error in the look of the site. */
    SiteResponse error(int status) {
        return rules.page(status, "");
    }

    /** Return a redirection in the look of the site. */
    SiteResponse redirect(int status, String location) {
        return rules.page(status, location).with("Location", location);
    }

    /** Return the scheme by which the client came. */
    String scheme() {
        return message.secure() ? "https" : "http";
    }

    /** Return the name and port to which the client believes to speak. */
    String authority() {
        return header("Host")
                .orElseGet(() -> "localhost:" + message.ends().here().getPort());
    }
}

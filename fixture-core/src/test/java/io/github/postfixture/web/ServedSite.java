package io.github.postfixture.web;

import io.github.postfixture.web.site.Site;
import java.net.URI;
import java.net.http.HttpResponse;

/** A few pages that are served as a test wants them. */
final class ServedSite implements AutoCloseable {

    static final Site PAGES = Site.builder()
            .file("/index.html", "home")
            .file("/about.html", "about")
            .file("/404.html", "lost")
            .file("/401.html", "who are you?")
            .file("/staff/list.html", "list")
            .file("/style.css", "p {}")
            .build();

    private WebServer web = WebServer.start();

    /** Serve this site from now on, and no other. */
    void serve(Site site) {
        serve("/", site);
    }

    void serve(String prefix, Site site) {
        web.close();
        web = WebServer.builder().site(prefix, site).start();
    }

    URI uri(String path) {
        return web.uri(path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return Client.get(web.uri(path), headers);
    }

    /** Return the values of a header field, with "and" between them. */
    static String header(HttpResponse<?> response, String name) {
        return String.join(" and ", response.headers().allValues(name));
    }

    @Override
    public void close() {
        web.close();
    }
}

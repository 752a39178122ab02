package io.github.postfixture.web.site;

import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a {@link Site} of documents that are held in memory. Not safe for use by several threads. */
public final class SiteBuilder {

    private final Map<String, Octets> documents = new LinkedHashMap<>();

    SiteBuilder() {}

    /**
     * Add a text in UTF-8 at a path, such as {@code /sub/page.html}; its folders come with it.
     *
     * @throws IllegalArgumentException if the path does not start with a slash, ends with one, or has two in a row
     */
    public SiteBuilder file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Add any content at a path; otherwise as {@link #file(String, String)}.
     *
     * @throws IllegalArgumentException if the path does not start with a slash, ends with one, or has two in a row
     */
    public SiteBuilder file(String path, byte[] content) {
        if (!path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            throw new IllegalArgumentException("path (" + path + ") must start with a slash and name a document");
        }
        documents.put(path, Octets.of(content));
        return this;
    }

    /** Return a site with these documents; what is added afterwards does not change it. */
    public Site build() {
        return Site.memory(documents);
    }
}

package io.github.postfixture.web.site;

import io.github.postfixture.net.Octets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the documents of a site that is held in memory. */
public final class SiteBuilder {

    private final Map<String, Octets> documents = new LinkedHashMap<>();

    SiteBuilder() {}

    /** Add a text in UTF-8 at a path, such as {@code /sub/page.html}; its folders come with it. */
    public SiteBuilder file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Add any content at a path; its folders come with it. */
    public SiteBuilder file(String path, byte[] content) {
        if (!path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            throw new IllegalArgumentException("path (" + path + ") must start with a slash and name a document");
        }
        documents.put(path, Octets.of(content));
        return this;
    }

    /** Return the site. */
    public Site build() {
        return Site.memory(documents);
    }
}

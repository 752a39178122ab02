package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.MediaTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the documents of a site are served. Immutable.
 *
 * @param indexes the names of the documents that stand for their folder
 * @param listing whether a folder without one is listed
 * @param types media types by extension, in small letters and without its dot
 * @param charset the charset that texts are said to have, or an empty text
 * @param neighbours the content codings that are looked for next to a document
 * @param codings the content codings by which texts are compressed on the fly
 * @param links whether symbolic links may lead out of the site
 * @param flavor the kind of server to pass for
 * @param known the media types by extension that need not be said
 */
record SiteOptions(
        List<String> indexes,
        boolean listing,
        Map<String, String> types,
        String charset,
        List<Coding> neighbours,
        List<Coding> codings,
        boolean links,
        ServerFlavor flavor,
        MediaTypes known) {

    /** What a site has when nothing is said. */
    static final SiteOptions DEFAULTS = new SiteOptions(
            List.of("index.html"),
            false,
            Map.of(),
            "",
            List.of(),
            List.of(),
            false,
            ServerFlavor.PLAIN,
            MediaTypes.NONE);

    /** Return a copy with other indexes. */
    SiteOptions withIndexes(List<String> names) {
        return new SiteOptions(List.copyOf(names), listing, types, charset, neighbours, codings, links, flavor, known);
    }

    /** Return a copy that lists folders. */
    SiteOptions withListing() {
        return new SiteOptions(indexes, true, types, charset, neighbours, codings, links, flavor, known);
    }

    /** Return a copy with one more media type. */
    SiteOptions withType(String extension, String type) {
        Map<String, String> more = new HashMap<>(types);
        more.put(extension.toLowerCase(Locale.ROOT), type);
        return new SiteOptions(indexes, listing, Map.copyOf(more), charset, neighbours, codings, links, flavor, known);
    }

    /** Return a copy that names a charset. */
    SiteOptions withCharset(String name) {
        return new SiteOptions(indexes, listing, types, name, neighbours, codings, links, flavor, known);
    }

    /** Return a copy that looks for compressed neighbours. */
    SiteOptions withNeighbours() {
        List<Coding> both = List.of(Coding.BROTLI, Coding.GZIP);
        return new SiteOptions(indexes, listing, types, charset, both, codings, links, flavor, known);
    }

    /** Return a copy that compresses on the fly by these codings, the first of those that a client likes best. */
    SiteOptions withCompression(Coding... preferred) {
        return new SiteOptions(indexes, listing, types, charset, neighbours, List.of(preferred), links, flavor, known);
    }

    /**
     * Return a copy that compresses by Brotli, and by gzip for clients that do not like that as much.
     *
     * @throws IllegalStateException if Brotli4j is missing, or does not run on this machine
     */
    SiteOptions withBrotli() {
        Compression.requireBrotli();
        return withCompression(Coding.BROTLI, Coding.GZIP);
    }

    /** Return a copy that follows symbolic links. */
    SiteOptions withLinks() {
        return new SiteOptions(indexes, listing, types, charset, neighbours, codings, true, flavor, known);
    }

    /** Return a copy that passes for a kind of server. */
    SiteOptions withFlavor(ServerFlavor kind) {
        return new SiteOptions(indexes, listing, types, charset, neighbours, codings, links, kind, known);
    }

    /** Return a copy that knows these media types. */
    SiteOptions withKnownTypes(MediaTypes types) {
        return new SiteOptions(indexes, listing, this.types, charset, neighbours, codings, links, flavor, types);
    }

    /** Return the media type of a document with this name, if it is known. */
    Optional<String> type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<String> own = Optional.ofNullable(types.get(extension));
        return own.or(() -> known.of(name).map(this::inCharset));
    }

    private String inCharset(String type) {
        return charset.isEmpty() || !type.startsWith("text/") ? type : type + "; charset=" + charset;
    }
}

package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.site.Node.Document;
import io.github.postfixture.web.site.Node.Folder;
import io.github.postfixture.web.site.SitePath.Misspelt;
import java.util.List;
import java.util.Optional;

/** Serves the documents of a tree. */
record Documents(Tree tree, SiteOptions options, FlavorRules rules) implements SiteSource.Opened {

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        Optional<SiteResponse> foreign = rules.answerForeign(request);
        if (foreign.isPresent()) {
            return foreign;
        }
        try {
            return respond(request, SitePath.of(request.path(), rules.paths()));
        } catch (Misspelt e) {
            return e.status == 404 ? Optional.empty() : Optional.of(request.error(e.status));
        }
    }

    private Optional<SiteResponse> respond(SiteRequest request, SitePath path) {
        Optional<SiteResponse> hidden = rules.hide(path.segments());
        return hidden.isPresent() ? hidden : tree.find(path.segments()).flatMap(node -> serve(request, path, node));
    }

    private Optional<SiteResponse> serve(SiteRequest request, SitePath path, Node node) {
        if (node instanceof Folder folder) {
            return Optional.of(path.isFolder() ? enter(request, path, folder) : sendTo(request, path.asFolder()));
        }
        return path.isFolder() ? Optional.empty() : serve(request, path, (Document) node);
    }

    private static SiteResponse sendTo(SiteRequest request, SitePath folder) {
        String location = request.rules().location(request, request.prefix() + folder.encoded() + request.query());
        return request.redirect(301, location);
    }

    private SiteResponse enter(SiteRequest request, SitePath path, Folder folder) {
        return options.indexes().stream()
                .map(path::child)
                .flatMap(index -> index(request, index).stream())
                .findFirst()
                .orElseGet(() -> options.listing() ? FolderListing.of(request, path, folder) : request.error(403));
    }

    private Optional<SiteResponse> index(SiteRequest request, SitePath index) {
        return tree.find(index.segments())
                .filter(Document.class::isInstance)
                .flatMap(document -> serve(request, index, (Document) document));
    }

    private Optional<SiteResponse> serve(SiteRequest request, SitePath path, Document document) {
        Optional<String> type = options.type(document.name());
        if (type.isEmpty() && !rules.servesUnknownTypes()) {
            return Optional.empty();
        }
        return Optional.of(
                rules.serves(request.method())
                        ? represent(request, path, document, type.or(rules::unknownType))
                                .serve(request)
                        : rules.refuseMethod(request.method()));
    }

    private Representation represent(SiteRequest request, SitePath path, Document document, Optional<String> type) {
        boolean compressible =
                !options.codings().isEmpty() && Compression.pays(type, document.length(), rules.shortestToCompress());
        boolean varies = (compressible || !options.neighbours().isEmpty()) && rules.saysVary();
        Optional<Representation> neighbour = Coding.liked(options.neighbours(), request)
                .flatMap(coding -> neighbour(path, coding, type, varies).stream())
                .findFirst();
        if (neighbour.isPresent()) {
            return neighbour.get();
        }
        String tag = rules.tag(document);
        return Coding.liked(compressible ? options.codings() : List.of(), request)
                .findFirst()
                .map(coding -> compressed(document, type, tag, varies, coding))
                .orElseGet(() -> new Representation(document, type, "", tag, tag, true, varies, document.content()));
    }

    private Optional<Representation> neighbour(SitePath path, Coding coding, Optional<String> type, boolean varies) {
        return tree.find(path.withSuffix(coding.suffix()).segments())
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .map(file -> {
                    String tag = rules.tag(file);
                    return new Representation(file, type, coding.token(), tag, tag, true, varies, file.content());
                });
    }

    private Representation compressed(
            Document document, Optional<String> type, String tag, boolean varies, Coding coding) {
        ResponseBody body = Compression.of(document.content(), coding);
        boolean hasParts = rules.servesPartsOfCompressed();
        return new Representation(
                document, type, coding.token(), rules.codedTag(tag, coding), tag, hasParts, varies, body);
    }

    @Override
    public void close() {
        tree.close();
    }
}

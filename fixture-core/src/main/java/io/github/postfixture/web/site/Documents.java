package io.github.postfixture.web.site;

import io.github.postfixture.web.jetty.Body;
import io.github.postfixture.web.site.Node.Document;
import io.github.postfixture.web.site.Node.Folder;
import io.github.postfixture.web.site.SitePath.Misspelt;
import java.util.List;
import java.util.Optional;

/** Serves the documents of a tree. */
record Documents(Tree tree, SiteOptions options, Manners manners) implements Origin.Source {

    @Override
    public Optional<Served> respond(Ask ask) {
        Optional<Served> foreign = manners.answerForeign(ask);
        if (foreign.isPresent()) {
            return foreign;
        }
        try {
            return respond(ask, SitePath.of(ask.path(), manners.paths()));
        } catch (Misspelt e) {
            return e.status == 404 ? Optional.empty() : Optional.of(ask.error(e.status));
        }
    }

    private Optional<Served> respond(Ask ask, SitePath path) {
        Optional<Served> hidden = manners.hide(path.segments());
        return hidden.isPresent() ? hidden : tree.find(path.segments()).flatMap(node -> serve(ask, path, node));
    }

    private Optional<Served> serve(Ask ask, SitePath path, Node node) {
        if (node instanceof Folder folder) {
            return Optional.of(path.isFolder() ? enter(ask, path, folder) : sendTo(ask, path.asFolder()));
        }
        return path.isFolder() ? Optional.empty() : serve(ask, path, (Document) node);
    }

    private static Served sendTo(Ask ask, SitePath folder) {
        String location = ask.manners().location(ask, ask.prefix() + folder.encoded() + ask.query());
        return ask.redirect(301, location);
    }

    private Served enter(Ask ask, SitePath path, Folder folder) {
        return options.indexes().stream()
                .map(path::child)
                .flatMap(index -> index(ask, index).stream())
                .findFirst()
                .orElseGet(() -> options.listing() ? Listing.of(ask, path, folder) : ask.error(403));
    }

    private Optional<Served> index(Ask ask, SitePath index) {
        return tree.find(index.segments())
                .filter(Document.class::isInstance)
                .flatMap(document -> serve(ask, index, (Document) document));
    }

    private Optional<Served> serve(Ask ask, SitePath path, Document document) {
        Optional<String> type = options.type(document.name());
        if (type.isEmpty() && !manners.servesUnknownTypes()) {
            return Optional.empty();
        }
        return Optional.of(
                manners.serves(ask.method())
                        ? represent(ask, path, document, type.or(manners::unknownType))
                                .serve(ask)
                        : manners.refuseMethod(ask.method()));
    }

    private Representation represent(Ask ask, SitePath path, Document document, Optional<String> type) {
        boolean compressible =
                !options.codings().isEmpty() && Compression.pays(type, document.length(), manners.shortestToCompress());
        boolean varies = (compressible || !options.neighbours().isEmpty()) && manners.saysVary();
        Optional<Representation> neighbour = Coding.liked(options.neighbours(), ask)
                .flatMap(coding -> neighbour(path, coding, type, varies).stream())
                .findFirst();
        if (neighbour.isPresent()) {
            return neighbour.get();
        }
        String tag = manners.tag(document);
        return Coding.liked(compressible ? options.codings() : List.of(), ask)
                .findFirst()
                .map(coding -> compressed(document, type, tag, varies, coding))
                .orElseGet(() -> new Representation(document, type, "", tag, tag, true, varies, document.content()));
    }

    private Optional<Representation> neighbour(SitePath path, Coding coding, Optional<String> type, boolean varies) {
        return tree.find(path.withSuffix(coding.suffix()).segments())
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .map(file -> {
                    String tag = manners.tag(file);
                    return new Representation(file, type, coding.token(), tag, tag, true, varies, file.content());
                });
    }

    private Representation compressed(
            Document document, Optional<String> type, String tag, boolean varies, Coding coding) {
        Body body = Compression.of(document.content(), coding);
        boolean hasParts = manners.servesPartsOfCompressed();
        return new Representation(
                document, type, coding.token(), manners.codedTag(tag, coding), tag, hasParts, varies, body);
    }

    @Override
    public void close() {
        tree.close();
    }
}

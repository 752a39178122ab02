package io.github.postfixture.web.site;

import io.github.postfixture.web.site.Node.Document;
import io.github.postfixture.web.site.Node.Folder;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Lists a folder. */
final class FolderListing {

    private static final Comparator<Node> FOLDERS_FIRST =
            Comparator.<Node, Boolean>comparing(Document.class::isInstance).thenComparing(Node::name);

    private FolderListing() {}

    static SiteResponse of(SiteRequest request, SitePath path, Folder folder) {
        String title = "Index of " + escape(request.prefix() + "/" + String.join("/", path.segments()));
        String up = path.segments().isEmpty() ? "" : "<li><a href=\"../\">../</a></li>\n";
        String lines = folder.children().get().stream()
                .sorted(FOLDERS_FIRST)
                .map(FolderListing::line)
                .collect(Collectors.joining());
        return SiteResponse.of(
                200,
                "text/html; charset=utf-8",
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>" + title + "</title></head>\n<body>\n<h1>" + title
                        + "</h1>\n<ul>\n" + up + lines + "</ul>\n</body>\n</html>\n");
    }

    private static String line(Node node) {
        String slash = node instanceof Folder ? "/" : "";
        String facts = node instanceof Document document
                ? ", " + document.length() + " bytes, changed " + HttpDate.told(document.changed())
                : "";
        return "<li><a href=\"./" + SitePath.encode(node.name()).replace("&", "&amp;") + slash + "\">"
                + escape(node.name()) + slash + "</a>" + facts + "</li>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ReasonPhrases;
import io.github.postfixture.web.site.Node.Document;

/** Like no other server: short, and by the book. */
final class Plain implements FlavorRules {

    private static final PathRules PATHS = new PathRules(false, false, 400);

    @Override
    public SiteResponse page(int status, String detail) {
        return SiteResponse.of(status, "text/plain; charset=utf-8", status + " " + ReasonPhrases.of(status) + "\n");
    }

    @Override
    public String tag(Document document) {
        String length = Long.toHexString(document.length());
        return '"' + length + "." + Long.toHexString(document.changed().toEpochMilli()) + '"';
    }

    @Override
    public String codedTag(String tag, Coding coding) {
        return tag.substring(0, tag.length() - 1) + "-" + coding.token() + '"';
    }

    @Override
    public String location(SiteRequest request, String path) {
        return path;
    }

    @Override
    public PathRules paths() {
        return PATHS;
    }

    @Override
    public boolean answersForAll() {
        return false;
    }

    @Override
    public SiteResponse refuseMethod(String method) {
        return page(405, method).with("Allow", "GET, HEAD");
    }
}

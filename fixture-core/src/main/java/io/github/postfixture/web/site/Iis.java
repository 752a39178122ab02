package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ReasonPhrases;
import io.github.postfixture.web.site.Node.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** As IIS 10 with the features of a default installation. */
final class Iis implements FlavorRules {

    private static final PathRules PATHS = new PathRules(true, true, 400);
    private static final String METHODS = "OPTIONS, TRACE, GET, HEAD, POST";
    private static final Instant FIRST_FILE_TIME = Instant.parse("1601-01-01T00:00:00Z");
    /** The segments that request filtering hides (hiddenSegments of applicationHost.config). */
    private static final Set<String> HIDDEN = Set.of(
            "web.config",
            "bin",
            "app_code",
            "app_globalresources",
            "app_localresources",
            "app_webreferences",
            "app_data",
            "app_browsers");

    @Override
    public SiteResponse page(int status, String detail) {
        return status < 400 ? moved(status, detail) : error(status);
    }

    private static SiteResponse error(int status) {
        String title = status + " - " + explanation(status);
        return SiteResponse.of(
                status,
                "text/html",
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\""
                        + " \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\r\n"
                        + "<html xmlns=\"http://www.w3.org/1999/xhtml\">\r\n<head>\r\n<title>" + title
                        + "</title>\r\n</head>\r\n<body>\r\n<div id=\"header\"><h1>Server Error</h1></div>\r\n"
                        + "<div id=\"content\"><h2>" + title + "</h2></div>\r\n</body>\r\n</html>\r\n");
    }

    private static SiteResponse moved(int status, String location) {
        return SiteResponse.of(
                status,
                "text/html; charset=UTF-8",
                "<head><title>Document Moved</title></head>\n<body><h1>Object Moved</h1>This document may be found"
                        + " <a HREF=\"" + location.replace("&", "&amp;").replace("\"", "&quot;")
                        + "\">here</a></body>");
    }

    private static String explanation(int status) {
        return switch (status) {
            case 401 -> "Unauthorized: Access is denied due to invalid credentials.";
            case 403 -> "Forbidden: Access is denied.";
            case 404 -> "File or directory not found.";
            case 405 -> "HTTP verb used to access this page is not allowed.";
            case 412 -> "Precondition set by the client failed when evaluated on the Web server.";
            default -> ReasonPhrases.of(status) + ".";
        };
    }

    /** The time of change in steps of 100 ns since 1601, and a number that stays 0. */
    @Override
    public String tag(Document document) {
        Duration age = Duration.between(FIRST_FILE_TIME, document.changed());
        long ticks = age.getSeconds() * 10_000_000 + age.getNano() / 100;
        return '"' + Long.toHexString(ticks) + ":0\"";
    }

    @Override
    public String codedTag(String tag, Coding coding) {
        return "W/" + tag;
    }

    @Override
    public String location(SiteRequest request, String path) {
        return request.scheme() + "://" + request.authority() + path;
    }

    @Override
    public PathRules paths() {
        return PATHS;
    }

    @Override
    public boolean anyCase() {
        return true;
    }

    @Override
    public Optional<SiteResponse> answerForeign(SiteRequest request) {
        return switch (request.method()) {
            case "GET", "HEAD", "POST" -> Optional.empty();
            case "OPTIONS" ->
                Optional.of(SiteResponse.of(200).with("Allow", METHODS).with("Public", METHODS));
            case "TRACE" -> Optional.of(page(501, ""));
            default -> Optional.of(refuseMethod(request.method()));
        };
    }

    @Override
    public SiteResponse refuseMethod(String method) {
        return page(405, method).with("Allow", "GET, HEAD, OPTIONS, TRACE");
    }

    @Override
    public Optional<SiteResponse> hide(List<String> segments) {
        return segments.stream().anyMatch(segment -> HIDDEN.contains(segment.toLowerCase(Locale.ROOT)))
                ? Optional.of(page(404, ""))
                : Optional.empty();
    }

    @Override
    public boolean servesUnknownTypes() {
        return false;
    }

    @Override
    public SiteResponse finish(SiteResponse response) {
        return response.withOnly("Server", "Microsoft-IIS/10.0");
    }
}

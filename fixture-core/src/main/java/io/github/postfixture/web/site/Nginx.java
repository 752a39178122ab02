package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ReasonPhrases;
import io.github.postfixture.web.site.Node.Document;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** As nginx with the configuration that its packages bring, and {@code server_tokens off}. */
final class Nginx implements FlavorRules {

    private static final PathRules PATHS = new PathRules(true, false, 400);
    private static final Pattern METHOD = Pattern.compile("[A-Z_-]+");

    @Override
    public SiteResponse page(int status, String detail) {
        String title = status + " " + reason(status);
        return SiteResponse.of(
                status,
                "text/html",
                "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                        + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n");
    }

    private static String reason(int status) {
        return switch (status) {
            case 401 -> "Authorization Required";
            case 405 -> "Not Allowed";
            case 414 -> "Request-URI Too Large";
            case 413 -> "Request Entity Too Large";
            case 416 -> "Requested Range Not Satisfiable";
            case 503 -> "Service Temporarily Unavailable";
            case 504 -> "Gateway Time-out";
            default -> ReasonPhrases.of(status);
        };
    }

    @Override
    public String tag(Document document) {
        String changed = Long.toHexString(document.changed().getEpochSecond());
        return '"' + changed + "-" + Long.toHexString(document.length()) + '"';
    }

    @Override
    public String codedTag(String tag, Coding coding) {
        return "W/" + tag;
    }

    /** The name is the client's, or else our address; the port is the one that nginx listens at. */
    @Override
    public String location(SiteRequest request, String path) {
        InetSocketAddress here = request.message().ends().here();
        int port = here.getPort();
        String name = request.header("Host")
                .map(host -> host.replaceFirst(":\\d*$", ""))
                .orElseGet(() -> here.getAddress().getHostAddress());
        boolean usual = port == (request.message().secure() ? 443 : 80);
        return request.scheme() + "://" + name + (usual ? "" : ":" + port) + path;
    }

    @Override
    public PathRules paths() {
        return PATHS;
    }

    @Override
    public Optional<SiteResponse> answerForeign(SiteRequest request) {
        if (request.reads() || request.method().equals("POST")) {
            return Optional.empty();
        }
        return Optional.of(METHOD.matcher(request.method()).matches() ? refuseMethod(request.method()) : page(400, ""));
    }

    @Override
    public boolean refusesWithAPage() {
        return true;
    }

    @Override
    public Optional<SiteResponse> answerForServer(String method) {
        return Optional.of(page(400, ""));
    }

    /** A proxy, and a client of HTTP/1.0, might not understand a coding. */
    @Override
    public boolean compressesFor(SiteRequest request) {
        return !request.message().transport().protocol().equals("HTTP/1.0")
                && request.header("Via").isEmpty();
    }

    @Override
    public boolean weighsCodings() {
        return false;
    }

    @Override
    public boolean judgesCodedForms() {
        return false;
    }

    @Override
    public Set<String> fieldsOfErrorPages() {
        return Set.of("etag");
    }

    @Override
    public Optional<String> range(SiteRequest request) {
        return request.headers("Range").stream().findFirst();
    }

    @Override
    public List<String> split(String ranges) {
        return Arrays.stream(ranges.split(",", -1)).map(String::strip).toList();
    }

    @Override
    public Optional<String> unknownType() {
        return Optional.of("application/octet-stream");
    }

    @Override
    public boolean saysVary() {
        return false;
    }

    @Override
    public boolean servesPartsOfCompressed() {
        return false;
    }

    /** All conditions must stand, and a date must be the very one. */
    @Override
    public int judge(Conditions conditions) {
        return conditions.verdictOfAll(conditions.isOfDate());
    }

    @Override
    public boolean refusesNonsense() {
        return true;
    }

    @Override
    public SiteResponse finish(SiteResponse response) {
        SiteResponse named = response.withOnly("Server", "nginx");
        return response.status() == 200 ? named : named.without("Accept-Ranges"::equalsIgnoreCase);
    }
}

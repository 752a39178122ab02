package io.github.postfixture.web.site;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.ReasonPhrases;
import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.site.Node.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** As Apache httpd 2.4 with Debian's configuration, {@code ServerTokens Prod} and {@code ServerSignature Off}. */
final class Apache implements FlavorRules {

    private static final PathRules PATHS = new PathRules(false, false, 404);
    private static final int LONGEST_NAME = 255;
    private static final String METHODS = "GET,POST,OPTIONS,HEAD,TRACE";
    private static final Set<String> KNOWN = Set.of(
            "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK");
    private static final Map<Integer, String> EXPLANATIONS = Map.of(
            401,
                    "This server could not verify that you\nare authorized to access the document\n"
                            + "requested.  Either you supplied the wrong\ncredentials (e.g., bad password), or your\n"
                            + "browser doesn't understand how to supply\nthe credentials required.",
            400, "Your browser sent a request that this server could not understand.<br />\n",
            403, "You don't have permission to access this resource.",
            404, "The requested URL was not found on this server.",
            414, "The requested URL's length exceeds the capacity\nlimit for this server.<br />\n",
            413, "The requested resource does not allow request data with the requested method.",
            416,
                    "None of the range-specifier values in the Range\n"
                            + "request-header field overlap the current extent\nof the selected resource.",
            502, "The proxy server received an invalid\r\nresponse from an upstream server.<br />\r\n",
            504, "The gateway did not receive a timely response\nfrom the upstream server or application.");

    @Override
    public SiteResponse page(int status, String detail) {
        String reason = reason(status);
        return SiteResponse.of(
                status,
                "text/html; charset=iso-8859-1",
                "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n"
                        + "<html><head>\n<title>" + status + " " + reason + "</title>\n</head><body>\n<h1>" + reason
                        + "</h1>\n<p>" + explanation(status, escape(detail)) + "</p>\n</body></html>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String reason(int status) {
        return switch (status) {
            case 413 -> "Request Entity Too Large";
            case 414 -> "Request-URI Too Long";
            case 416 -> "Requested Range Not Satisfiable";
            default -> ReasonPhrases.of(status);
        };
    }

    private static String explanation(int status, String detail) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> "The document has moved <a href=\"" + detail + "\">here</a>.";
            case 405 -> "The requested method " + detail + " is not allowed for this URL.";
            case 501 -> detail + " not supported for current URL.<br />\n";
            default -> EXPLANATIONS.getOrDefault(status, ReasonPhrases.of(status));
        };
    }

    @Override
    public String tag(Document document) {
        long changed = ChronoUnit.MICROS.between(Instant.EPOCH, document.changed());
        return '"' + Long.toHexString(document.length()) + "-" + Long.toHexString(changed) + '"';
    }

    @Override
    public String codedTag(String tag, Coding coding) {
        return tag.substring(0, tag.length() - 1) + "-" + coding.token() + '"';
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
    public boolean serves(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("POST");
    }

    @Override
    public Optional<SiteResponse> answerForeign(SiteRequest request) {
        return serves(request.method()) ? Optional.empty() : Optional.of(answer(request));
    }

    private SiteResponse answer(SiteRequest request) {
        return switch (request.method()) {
            case "OPTIONS" -> SiteResponse.of(200).with("Allow", METHODS);
            case "TRACE" ->
                SiteResponse.of(200).with("Content-Type", "message/http").with(echo(request));
            default ->
                page(KNOWN.contains(request.method()) ? 405 : 501, request.method())
                        .with("Allow", METHODS);
        };
    }

    private static ResponseBody echo(SiteRequest request) {
        String head = request.message().fields().stream()
                .map(field -> field.getKey() + ": " + field.getValue() + "\r\n")
                .collect(Collectors.joining(
                        "", request.method() + " " + request.message().target() + " HTTP/1.1\r\n", "\r\n"));
        return ResponseBody.of(Octets.of(head.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public boolean refusesWithAPage() {
        return true;
    }

    @Override
    public Optional<SiteResponse> answerForServer(String method) {
        return Optional.of(method.equals("OPTIONS") ? SiteResponse.of(200) : page(400, ""));
    }

    /** What its file system cannot name is forbidden, like what it is told to hide. */
    @Override
    public Optional<SiteResponse> hide(List<String> segments) {
        return segments.stream().anyMatch(segment -> segment.startsWith(".ht") || isTooLong(segment))
                ? Optional.of(page(403, ""))
                : Optional.empty();
    }

    private static boolean isTooLong(String segment) {
        return segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }

    @Override
    public int shortestToCompress() {
        return 69;
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
    public boolean compressesErrorPages() {
        return false;
    }

    @Override
    public Set<String> fieldsOfErrorPages() {
        return Set.of("etag", "last-modified", "accept-ranges");
    }

    /** A range with blanks around it makes no sense. */
    @Override
    public List<String> split(String ranges) {
        return Arrays.stream(ranges.split(","))
                .filter(range -> !range.isEmpty())
                .toList();
    }

    /** All conditions must stand. */
    @Override
    public int judge(Conditions conditions) {
        return conditions.verdictOfAll(conditions.unchangedSince());
    }

    @Override
    public SiteResponse refuseCondition(Representation representation) {
        return representation.typed(412);
    }

    @Override
    public List<ByteRange> arrange(List<ByteRange> asked, long length) {
        return ByteRange.merge(asked);
    }

    @Override
    public SiteResponse finish(SiteResponse response) {
        SiteResponse named = response.withOnly("Server", "Apache");
        return switch (response.status()) {
            case 304, 404, 412 -> named.without("Vary"::equalsIgnoreCase);
            case 416 -> named.without("Content-Range"::equalsIgnoreCase);
            default -> named;
        };
    }
}

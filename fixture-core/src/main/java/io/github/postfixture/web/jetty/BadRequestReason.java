package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.ConnectionSettings;
import io.github.postfixture.web.engine.ReasonPhrases;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/** Says why a bad request is refused, in words that help its sender. */
final class BadRequestReason {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final String PERCENT =
            "a percent sign in the path is not followed by two hexadecimal digits (RFC 3986 section 2.1)";
    private static final String TARGET =
            "the target neither begins with a slash nor names scheme and host (RFC 9112 section 3.2)";
    private static final String HOST = "Host is no host with or without a port (RFC 9110 section 7.2)";

    /** What Jetty says, or what stopped it, and what that means. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("Bad UTF-8 encoding", "the octets that the path encodes by percent signs are not UTF-8"),
            Map.entry("UTF-16 encoding", "%u in the path encodes nothing (RFC 3986 section 2.1)"),
            Map.entry(
                    "Illegal character in path",
                    "the path has a NUL or another control character, as it is or encoded"),
            Map.entry(
                    "Suspicious Path Character",
                    "the path has a backslash or a control character, as it is or encoded"),
            Map.entry("Illegal Path Character", "the path has a character that must be encoded (RFC 3986 section 3.3)"),
            Map.entry("Bad URI % encoding", PERCENT),
            Map.entry("Bad URI", "the path leads above the root"),
            Map.entry("Fragment", "the target has a fragment, which is not sent (RFC 9110 section 4.2.5)"),
            Map.entry("Relative path with authority", TARGET),
            Map.entry("Bad URI path", TARGET),
            Map.entry("No URI", "the request line names no target (RFC 9112 section 3)"),
            Map.entry("No Host", "there is no Host (RFC 9112 section 3.2)"),
            Map.entry("Blank Host", "Host is empty (RFC 9110 section 7.2)"),
            Map.entry("Bad HostPort", HOST),
            Map.entry("Bad Authority", HOST),
            Map.entry("Duplicate Host Header", "there is more than one Host (RFC 9112 section 3.2)"),
            Map.entry("LF line terminator in header", "a line ends with LF and not with CR LF (RFC 9112 section 2.2)"),
            Map.entry("Line Folding not supported", "a header field goes on in the next line (RFC 9112 section 5.2)"),
            Map.entry("Invalid Content-Length Value", "Content-Length is no number (RFC 9110 section 8.6)"),
            Map.entry("Multiple Content-Lengths", "there are Content-Length fields that differ (RFC 9110 section 8.6)"),
            Map.entry(
                    "Transfer-Encoding and Content-Length",
                    "there are both Transfer-Encoding and Content-Length (RFC 9112 section 6.1)"),
            Map.entry(
                    "Bad Transfer-Encoding, chunked not last",
                    "the last Transfer-Encoding is not chunked (RFC 9112 section 6.3)"),
            Map.entry("Unknown Version", "this version of HTTP is not spoken here"),
            Map.entry("Unsupported Version", "this version of HTTP is not spoken here"),
            Map.entry("HTTP/0.9 not supported", "the request line names no version, as in HTTP/0.9"),
            Map.entry("Early EOF", "the client went away in the middle"));

    private BadRequestReason() {}

    /** Return why Jetty refuses a request. */
    static String reason(Request request, int status) {
        Throwable failure =
                request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        ConnectionSettings settings = RoutedEndPoint.of(request).routing().settings();
        return switch (status) {
            case HttpStatus.URI_TOO_LONG_414 ->
                "the request line is longer than " + settings.maxHead() + " bytes; see maxHead(..)";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                "the header fields are longer than " + settings.maxHead() + " bytes; see maxHead(..)";
            case HttpStatus.EXPECTATION_FAILED_417 ->
                "Expect asks for something else than 100-continue" + " (RFC 9110 section 10.1.1)";
            case HttpStatus.UPGRADE_REQUIRED_426 -> "HTTP/2 begins with a preface (RFC 9113 section 3.4)";
            default ->
                failure instanceof EofException
                        ? "the client went away"
                        : reason(status, failure, request.getAttribute(ErrorHandler.ERROR_MESSAGE));
        };
    }

    /** Return why a request is refused, by what stopped its reading. */
    static String reason(int status, @Nullable Throwable failure) {
        return reason(status, failure, null);
    }

    private static String reason(int status, @Nullable Throwable failure, @Nullable Object told) {
        Throwable cause = failure == null ? null : failure.getCause();
        String phrase = HttpStatus.getMessage(status);
        return Stream.of(told, said(failure), said(cause))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isEmpty() && !text.equals(phrase))
                .findFirst()
                .map(BadRequestReason::meaning)
                .orElseGet(() -> ReasonPhrases.of(status));
    }

    private static @Nullable String said(@Nullable Throwable failure) {
        if (failure instanceof NumberFormatException) {
            return "Bad URI % encoding";
        }
        return failure instanceof HttpException http ? http.getReason() : failure == null ? null : failure.getMessage();
    }

    private static String meaning(String said) {
        return Optional.ofNullable(MEANINGS.get(said))
                .orElseGet(() -> CONTROL.matcher(said).replaceAll("?").replaceFirst("^Illegal", "an illegal"));
    }
}

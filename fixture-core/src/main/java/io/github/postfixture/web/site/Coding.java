package io.github.postfixture.web.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A content coding. */
enum Coding {
    /** Brotli (RFC 7932). */
    BROTLI("br", ".br"),
    /** Gzip (RFC 1952). */
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    String token() {
        return token;
    }

    String suffix() {
        return suffix;
    }

    /** Return those that the client takes, best liked first, and otherwise in their order (RFC 9110, section 12.5.3). */
    static Stream<Coding> liked(List<Coding> codings, SiteRequest request) {
        return codings.stream()
                .filter(coding -> coding.isLiked(request))
                .sorted(Comparator.comparingDouble(coding -> -coding.quality(request)));
    }

    private boolean isLiked(SiteRequest request) {
        double quality = quality(request);
        return quality > 0 && request.rules().compressesFor(request) && quality >= qualityOfNone(request);
    }

    private double quality(SiteRequest request) {
        return weight(accepted(request), token)
                .or(() -> request.rules().weighsCodings() ? weight(accepted(request), "*") : Optional.empty())
                .orElse(0.0);
    }

    private static double qualityOfNone(SiteRequest request) {
        return request.rules().weighsCodings()
                ? weight(accepted(request), "identity").orElse(0.0)
                : 0;
    }

    private static List<String> accepted(SiteRequest request) {
        return List.of(request.header("Accept-Encoding").orElse("").split(","));
    }

    private static Optional<Double> weight(List<String> accepted, String token) {
        return accepted.stream().filter(one -> names(one, token)).findFirst().map(Coding::weight);
    }

    private static boolean names(String range, String token) {
        return range.split(";", 2)[0].strip().equalsIgnoreCase(token);
    }

    private static double weight(String range) {
        int at = range.replace(" ", "").indexOf(";q=");
        try {
            return at < 0 ? 1 : Double.parseDouble(range.replace(" ", "").substring(at + 3));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}

package io.github.postfixture.web.site;

import java.util.Arrays;

/** A content coding. */
public enum Coding {
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

    /** Return whether the client takes this coding (RFC 9110, section 12.5.3). */
    boolean suits(Ask ask) {
        return quality(ask) > 0;
    }

    /** Return how much the client likes this coding, from 0 to 1. */
    double quality(Ask ask) {
        String accepted = ask.header("Accept-Encoding").orElse("");
        return Arrays.stream(accepted.split(","))
                .filter(one -> names(one, token))
                .findFirst()
                .or(() -> Arrays.stream(accepted.split(","))
                        .filter(one -> names(one, "*"))
                        .findFirst())
                .map(Coding::weight)
                .orElse(0.0);
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

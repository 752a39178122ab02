package io.github.postfixture.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * Return the content that was coded by Brotli.
     *
     * @throws NoClassDefFoundError if Brotli4j is not there
     */
    public static InputStream decodeBrotli(InputStream coded) throws IOException {
        return Brotli.decompressor(coded);
    }

    String token() {
        return token;
    }

    String suffix() {
        return suffix;
    }

    /** Return those that the client takes, best liked first, and otherwise in their order (RFC 9110, section 12.5.3). */
    static Stream<Coding> liked(List<Coding> codings, Ask ask) {
        return codings.stream()
                .filter(coding -> coding.quality(ask) > 0)
                .sorted(Comparator.comparingDouble(coding -> -coding.quality(ask)));
    }

    private double quality(Ask ask) {
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

package io.github.postfixture.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the name of a host as browsers do (URL standard, host parsing): in any script, and escaped or not. */
final class Domain {

    private static final String FORBIDDEN = " #%/:<>?@[\\]^|";
    private static final String IGNORED = "[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]";
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 255;

    private Domain() {}

    /** Return the name in ASCII (RFC 5891); nothing if it cannot be the name of a host. */
    static Optional<String> toAscii(String name) {
        if (name.length() > LONGEST * 9) {
            return Optional.empty();
        }
        String ascii = Arrays.stream(mapped(unescaped(name)).split("\\.", -1))
                .map(Domain::label)
                .collect(Collectors.joining("."));
        return Optional.of(ascii).filter(Domain::isAllowed);
    }

    private static String unescaped(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    /** Map what means the same to the same (UTS 46), and keep what only looks alike, such as {@code ß} and {@code ss}. */
    private static String mapped(String name) {
        int[] lowerCase = compatible(name)
                .replaceAll(IGNORED, "")
                .replace('\u3002', '.')
                .codePoints()
                .map(Character::toLowerCase)
                .toArray();
        return compatible(new String(lowerCase, 0, lowerCase.length));
    }

    private static String compatible(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    private static String label(String label) {
        return label.chars().allMatch(character -> character < 128) ? label : "xn--" + Punycode.of(label);
    }

    private static boolean isAllowed(String ascii) {
        return ascii.length() <= LONGEST
                && !ascii.matches("\\.*")
                && Arrays.stream(ascii.split("\\.", -1)).allMatch(label -> label.length() <= LONGEST_LABEL)
                && ascii.chars().allMatch(character -> character > ' ' && FORBIDDEN.indexOf(character) < 0);
    }
}

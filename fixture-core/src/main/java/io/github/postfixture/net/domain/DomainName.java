package io.github.postfixture.net.domain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The name of a host, which may be internationalized (RFC 5890), read as browsers do (URL standard, host parsing). */
public final class DomainName {

    private static final String FORBIDDEN = " #%/:<>?@[\\]^|";
    private static final String IGNORED = "[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]";
    private static final String DOTS = "[.\u3002\uff0e\uff61]";
    private static final String ACE_PREFIX = "xn--";
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 255;

    private DomainName() {}

    /** Return the name in ASCII (RFC 5891); nothing if it cannot be the name of a host. */
    public static Optional<String> toAscii(String name) {
        if (name.length() > LONGEST * 9) {
            return Optional.empty();
        }
        String ascii = Arrays.stream(mapped(unescaped(name)).split("\\.", -1))
                .map(DomainName::asciiLabel)
                .collect(Collectors.joining("."));
        return Optional.of(ascii).filter(DomainName::isAllowed);
    }

    /** Return a name with all its labels in Unicode and in lower case, without a final dot. */
    public static String toUnicode(String name) {
        return name.startsWith("[")
                ? name.toLowerCase(Locale.ROOT)
                : Arrays.stream(name.split(DOTS)).map(DomainName::unicodeLabel).collect(Collectors.joining("."));
    }

    /** Return whether two names mean the same domain: without regard to letter case (RFC 5321 section 2.4) and to a final dot. */
    public static boolean isSame(String one, String other) {
        return toUnicode(one).equals(toUnicode(other));
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

    private static String asciiLabel(String label) {
        return isAscii(label) ? label : ACE_PREFIX + Punycode.encode(label);
    }

    private static String unicodeLabel(String label) {
        String lower = compatible(label).toLowerCase(Locale.ROOT);
        return lower.startsWith(ACE_PREFIX)
                ? Punycode.decode(lower.substring(ACE_PREFIX.length()))
                        .filter(decoded -> !isAscii(decoded))
                        .orElse(lower)
                : lower;
    }

    private static boolean isAscii(String label) {
        return label.chars().allMatch(character -> character < 128);
    }

    private static boolean isAllowed(String ascii) {
        return ascii.length() <= LONGEST
                && !ascii.matches("\\.*")
                && Arrays.stream(ascii.split("\\.", -1)).allMatch(label -> label.length() <= LONGEST_LABEL)
                && ascii.chars().allMatch(character -> character > ' ' && FORBIDDEN.indexOf(character) < 0);
    }
}

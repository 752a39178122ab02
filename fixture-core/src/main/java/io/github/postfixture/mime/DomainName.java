package io.github.postfixture.mime;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of hosts, which may be internationalized (RFC 5890). */
final class DomainName {

    private static final String DOTS = "[.\u3002\uff0e\uff61]";
    private static final String ACE_PREFIX = "xn--";

    private DomainName() {}

    /** Return a name with all its labels in Unicode and in lower case, without a final dot. */
    static String unicode(String name) {
        return name.startsWith("[")
                ? name.toLowerCase(Locale.ROOT)
                : Arrays.stream(name.split(DOTS)).map(DomainName::label).collect(Collectors.joining("."));
    }

    private static String label(String label) {
        String lower = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return lower.startsWith(ACE_PREFIX)
                ? Punycode.decode(lower.substring(ACE_PREFIX.length())).orElse(lower)
                : lower;
    }
}
